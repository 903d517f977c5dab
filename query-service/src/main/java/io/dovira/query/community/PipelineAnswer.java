package io.dovira.query.community;

import io.dovira.events.Origin;
import io.dovira.events.community.OfficerState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How candidates become officers.
 *
 * @param position every fact up to it is counted
 */
record PipelineAnswer(long position, List<Pipeline> origins) {

    /** @param states how many stand where now; every state is there */
    record Pipeline(Origin origin, Map<OfficerState, Integer> states, List<StepTime> steps) {}

    /**
     * Time between two steps, of those who have taken both. In days.
     *
     * @param step of the two the later one
     * @param open how many have taken the earlier one, and neither the later one nor leave
     * @param p50 null below 30 values
     * @param values ascending; null if there are percentiles
     */
    record StepTime(
            OfficerState step,
            long n,
            long open,
            @Nullable Double p50,
            @Nullable Double p90,
            @Nullable List<Double> values) {}
}
