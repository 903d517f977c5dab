package io.dovira.query.platform;

import io.dovira.access.OfficeScope;
import io.dovira.events.Origin;
import io.dovira.events.metrics.MetricDefinition;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts parts of wholes, of which the shares are made that offices are compared by: called in time of all who were called, satisfied of all who said how
 * satisfied they were. More is always better. A feature that has such counts offers them by a bean of this type. Thread-safe.
 */
public interface ShareCounter {

    /** The measures that it counts, by the names of requests; no other counter has them. */
    List<String> measures();

    /**
     * Hands out what it counts, in pieces that may be added up.
     *
     * @param scope whose offices are counted: the caller's, or all where nobody is shown by name
     * @throws Problem if the question names an office, organisation, region or service that is not known
     * @throws io.dovira.access.OfficeOutsideScope if it names an office outside the scope
     */
    Counted count(ShareQuestion question, OfficeScope scope, Tally tally);

    /** Takes a part of a whole. */
    interface Tally {

        /**
         * @param service empty if it is of the office at large
         * @param day local day of the office
         */
        void take(Office office, String service, LocalDate day, Origin origin, long part, long whole);
    }

    /**
     * What was counted.
     *
     * @param definitions what part and whole mean
     * @param position every fact up to it is counted; some later ones may be
     * @param smallest below so many a share is not judged; null if no rule says how many, and then none is
     * @param policy the rule that says so, with its version; null if it is not a policy
     */
    record Counted(
            List<MetricDefinition> definitions,
            long position,
            @Nullable Integer smallest,
            @Nullable String policy) {}
}
