package io.dovira.command.visits;

import io.dovira.command.platform.Moment;
import io.dovira.events.offices.Desk;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.PolicyBook;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a decision on a visit rests on, besides the visit.
 *
 * @param moment when it happens
 * @param actor who asks for it
 * @param office the office of the visit; null if there is none, or the command does not depend on it
 * @param desk the desk that the command names, or else that of the leg; null if it was never opened
 * @param policies the rules as they are known now; none if the command does not depend on them
 * @param number the next free ticket number of the office's day; 0 if the command takes none
 * @param eventIds ids of the visit's events
 * @param mostRecalls how often a visitor may be called again
 */
public record VisitPremises(
        Moment moment,
        String actor,
        @Nullable Office office,
        @Nullable Desk desk,
        PolicyBook policies,
        int number,
        Set<String> eventIds,
        int mostRecalls) {}
