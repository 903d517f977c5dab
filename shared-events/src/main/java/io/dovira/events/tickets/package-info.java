/** Ticket numbers: one stream per office and day, so that no number is given twice. */
@NullMarked
package io.dovira.events.tickets;

import org.jspecify.annotations.NullMarked;
