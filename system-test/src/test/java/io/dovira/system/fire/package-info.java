/**
 * Durability under fire: everything runs, clerks work, and a plan of faults strikes until it ends. Start at {@code FireIT}.
 *
 * <p>{@code Plan} says what strikes, and {@code Checker} judges what is left; both are pure. {@code Site} has the processes. Only {@code
 * WriterMain}, a writer with a clock that can be set, uses classes of the product.
 */
@NullMarked
package io.dovira.system.fire;

import org.jspecify.annotations.NullMarked;
