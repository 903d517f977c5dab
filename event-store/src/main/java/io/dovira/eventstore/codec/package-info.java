/**
 * How a record becomes a BSON document and comes back: by the names of its components, never by the name of a class. Start at
 * {@link io.dovira.eventstore.codec.RecordCodecs}; its table is the stored form, so changing it means upcasting history.
 */
@NullMarked
package io.dovira.eventstore.codec;

import org.jspecify.annotations.NullMarked;
