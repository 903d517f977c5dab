/**
 * What was recorded by which camera, who watched it, and whether the record and the footage say the same. Segments, cameras and the entries that
 * must be seen on them are kept by {@link io.dovira.query.footage.FootageFold}; {@link io.dovira.events.footage.Reconciliation} judges them when it is
 * asked. Start at {@link io.dovira.query.footage.FootageController}.
 */
@NullMarked
package io.dovira.query.footage;

import org.jspecify.annotations.NullMarked;
