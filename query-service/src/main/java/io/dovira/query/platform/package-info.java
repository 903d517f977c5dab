/**
 * What every projection stands on: the log, the views' database, and the one rule by which facts become documents.
 *
 * <p>A {@link io.dovira.query.platform.Fold} turns facts into {@link io.dovira.query.platform.Documents} and knows nothing else. The same
 * fold runs behind the log, in a rebuild, in memory for the time machine and in the verifier.
 */
@NullMarked
package io.dovira.query.platform;

import org.jspecify.annotations.NullMarked;
