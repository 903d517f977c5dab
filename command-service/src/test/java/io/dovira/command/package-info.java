/** Tests of the service as a whole, and what integration tests share. */
@NullMarked
package io.dovira.command;

import org.jspecify.annotations.NullMarked;
