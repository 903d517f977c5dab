/** Shows that the shared texts keep the rules. */
@NullMarked
package io.dovira.pages.test;

import org.jspecify.annotations.NullMarked;
