/** Tests of the stores of content. */
@NullMarked
package io.dovira.command.footage.store;

import org.jspecify.annotations.NullMarked;
