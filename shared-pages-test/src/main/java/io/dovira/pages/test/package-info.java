/** What tests of pages need in both services: a {@link io.dovira.pages.test.Browser}, and the rules that texts keep. */
@NullMarked
package io.dovira.pages.test;

import org.jspecify.annotations.NullMarked;
