/** A log that was tampered with in every way we could think of, as files and as a store. */
@NullMarked
package io.dovira.verifier;

import org.jspecify.annotations.NullMarked;
