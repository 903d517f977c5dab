/**
 * Says up to where a log is intact: of an export and checkpoint files, or of a live store. Needs nothing that the platform runs on, and trusts
 * nothing of it but the key that it is given.
 *
 * <p>Start at {@link io.dovira.verifier.Verification}: one stored append after the other goes in, a {@link io.dovira.verifier.Verdict}
 * comes out.
 */
@NullMarked
package io.dovira.verifier;

import org.jspecify.annotations.NullMarked;
