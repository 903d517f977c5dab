/** Projections behind the log, put to the test: crashes, repeats, poison, rivals. */
@NullMarked
package io.dovira.query.platform.projector;

import org.jspecify.annotations.NullMarked;
