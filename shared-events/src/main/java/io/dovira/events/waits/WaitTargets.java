package io.dovira.events.waits;

import io.dovira.events.offices.OfficeTerms;
import io.dovira.events.visits.Leg;
import io.dovira.events.visits.Visit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wait target of each leg of a visit, as it held when the leg was queued. A correction that tells another service or another time of
 * queueing tells of another target: the one that held then.
 *
 * @param seconds parallel to the visit's legs; {@link #NONE} where nothing said how long
 */
public record WaitTargets(List<Integer> seconds) {

    private static final int NONE = -1;

    public WaitTargets {
        seconds = List.copyOf(seconds);
    }

    /**
     * The targets after one more fact of the visit.
     *
     * @param before null, together with {@code was}, before the first fact
     * @param rules what holds where the office promises nothing
     * @param position of the fact
     */
    public static WaitTargets evolve(
            @Nullable WaitTargets before,
            @Nullable Visit was,
            Visit is,
            OfficeTerms office,
            WaitRules rules,
            long position) {
        List<Integer> seconds = new ArrayList<>();
        for (Leg leg : is.legs()) {
            int index = leg.number() - 1;
            if (before != null
                    && was != null
                    && index < was.legs().size()
                    && isAsked(was.legs().get(index), leg)) {
                seconds.add(before.seconds.get(index));
            } else {
                String service = leg.service().value();
                Integer promised = office.waitTarget(service, leg.queuedAt(), position);
                Integer target = rules.seconds(promised, service, leg.queuedAt(), position);
                seconds.add(target == null ? NONE : target);
            }
        }
        return new WaitTargets(seconds);
    }

    /** Whether a leg is queued for the same, since the same moment. */
    private static boolean isAsked(Leg was, Leg is) {
        return was.service().equals(is.service()) && was.queuedAt().equals(is.queuedAt());
    }

    /** The target of a leg in seconds; null if nothing said how long. */
    public @Nullable Integer of(Leg leg) {
        int target = seconds.get(leg.number() - 1);
        return target == NONE ? null : (Integer) target;
    }
}
