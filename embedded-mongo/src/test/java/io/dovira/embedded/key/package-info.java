/** Shows that keys compare as their values do. */
@NullMarked
package io.dovira.embedded.key;

import org.jspecify.annotations.NullMarked;
