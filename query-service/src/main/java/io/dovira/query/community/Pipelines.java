package io.dovira.query.community;

import io.dovira.events.Origin;
import io.dovira.events.community.Officer;
import io.dovira.events.community.OfficerState;
import io.dovira.query.community.PipelineAnswer.Pipeline;
import io.dovira.query.community.PipelineAnswer.StepTime;
import io.dovira.query.platform.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts the steps of officers. Pure. */
final class Pipelines {
    private static final double DAY = Duration.ofDays(1).toMillis();

    private Pipelines() {}

    static Pipeline of(Origin origin, Collection<Officer> officers) {
        Map<OfficerState, Integer> states = new EnumMap<>(OfficerState.class);
        for (OfficerState state : OfficerState.values()) {
            states.put(state, (int)
                    officers.stream().filter(each -> each.state() == state).count());
        }
        return new Pipeline(
                origin,
                states,
                List.of(
                        step(OfficerState.IN_TRAINING, officers, Officer::selectedAt, Officer::trainingAt),
                        step(OfficerState.CERTIFIED, officers, Officer::trainingAt, Officer::certifiedAt),
                        step(OfficerState.ASSIGNED, officers, Officer::certifiedAt, Officer::assignedAt)));
    }

    private static StepTime step(
            OfficerState step,
            Collection<Officer> officers,
            Function<Officer, @Nullable Instant> from,
            Function<Officer, @Nullable Instant> to) {
        Sample times = new Sample();
        long open = 0;
        for (Officer officer : officers) {
            Instant began = from.apply(officer);
            Instant ended = to.apply(officer);
            if (began != null && ended != null) {
                times.add(Duration.between(began, ended).toMillis());
            } else if (began != null && officer.state() != OfficerState.LEFT) {
                open++;
            }
        }
        long[] values = times.values();
        return new StepTime(
                step,
                times.n(),
                open,
                days(times.percentile(50)),
                days(times.percentile(90)),
                values == null
                        ? null
                        : Arrays.stream(values).mapToObj(value -> value / DAY).toList());
    }

    private static @Nullable Double days(@Nullable Double ms) {
        return ms == null ? null : ms / DAY;
    }
}
