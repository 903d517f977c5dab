package io.dovira.command.offices;

import io.dovira.command.platform.Moment;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.StaffSession;
import org.jspecify.annotations.Nullable;

/**
 * What a decision at a desk rests on, besides the desk.
 *
 * @param moment when it happens
 * @param office the office; null if there is none
 * @param session of the member of staff who sits there or wants to; null if that person never logged in
 */
public record DeskPremises(
        Moment moment, @Nullable Office office, @Nullable StaffSession session) {}
