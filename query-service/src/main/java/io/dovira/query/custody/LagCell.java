package io.dovira.query.custody;

import io.dovira.events.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * How long after they happened the entries of one unit, role, local day and origin were recorded.
 *
 * @param day local day on which they were recorded, {@code 2026-03-29}
 * @param lags in milliseconds, in the order of recording; a clock that ran ahead counts as 0
 * @param late how many were late by the rule of that day
 * @param unknown how many more were told with a whole history, so that nobody knows how soon they were entered
 */
record LagCell(String office, String role, String day, Origin origin, List<Long> lags, int late, int unknown) {
    LagCell {
        lags = List.copyOf(lags);
    }

    static LagCell empty(String office, String role, String day, Origin origin) {
        return new LagCell(office, role, day, origin, List.of(), 0, 0);
    }

    static String key(String office, String day, String role, Origin origin) {
        return office + "/" + day + "/" + role + "/" + origin;
    }

    LagCell plus(long lag, boolean isLate) {
        List<Long> more = new ArrayList<>(lags);
        more.add(Math.max(0, lag));
        return new LagCell(office, role, day, origin, more, late + (isLate ? 1 : 0), unknown);
    }

    LagCell plusUnknown() {
        return new LagCell(office, role, day, origin, lags, late, unknown + 1);
    }
}
