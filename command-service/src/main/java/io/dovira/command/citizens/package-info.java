/**
 * The two pages that nobody signs in for: the rating tablet of an office ({@code /kiosk/{office}}) and what the holder of a code sees of the own visit
 * or appeal ({@code /ticket/{code}}).
 *
 * <p>Rule: they know no more than the open interfaces tell. The tablet sends to {@code KioskController}, and keeps what it cannot send; the page of a
 * ticket asks the query service, which opens to the holder of a code what is behind it, and nothing else.
 */
@NullMarked
package io.dovira.command.citizens;

import org.jspecify.annotations.NullMarked;
