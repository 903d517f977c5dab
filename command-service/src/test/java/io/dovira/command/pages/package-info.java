/** Shows that what people do on pages is what programs do by commands. */
@NullMarked
package io.dovira.command.pages;

import org.jspecify.annotations.NullMarked;
