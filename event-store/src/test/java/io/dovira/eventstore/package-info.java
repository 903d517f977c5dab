/** The rules between the packages of the event store. */
@NullMarked
package io.dovira.eventstore;

import org.jspecify.annotations.NullMarked;
