/**
 * Runs the folds behind the log. Start at {@link io.dovira.query.platform.projector.Projector}.
 *
 * <p>What is lost when the process dies, at each step of a batch: nothing. Documents are written in ascending rank, then the position; a
 * batch that was written in part comes again and finds by the positions in the documents what it has done already (see {@link
 * io.dovira.query.platform.Documents}). A claim on the position lets one query service run a projection while others stand by.
 */
@NullMarked
package io.dovira.query.platform.projector;

import org.jspecify.annotations.NullMarked;
