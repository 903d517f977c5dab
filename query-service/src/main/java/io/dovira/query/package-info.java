/** The query side: remembers what the log tells and shows it. One package per feature; a feature's inner packages are closed. */
@NullMarked
package io.dovira.query;

import org.jspecify.annotations.NullMarked;
