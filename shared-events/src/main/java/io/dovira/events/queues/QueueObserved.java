package io.dovira.events.queues;

import io.dovira.events.Fact;
import io.dovira.events.Names;
import io.dovira.events.OfficeId;
import io.dovira.events.QueueId;
import io.dovira.events.StoredAs;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a queue at one moment, seen from outside. Stream {@link #stream(OfficeId)}.
 *
 * @param waiting people
 * @param nowServing ticket on the display
 * @param serviceSeconds time of one service as the source estimates it; revision 1 had minutes
 */
@StoredAs(value = "queue.queue-observed", revision = 2)
public record QueueObserved(
        OfficeId office,
        QueueId queue,
        Map<String, String> name,
        int waiting,
        int openDesks,
        @Nullable String nowServing,
        @Nullable Integer serviceSeconds)
        implements Fact {
    public QueueObserved {
        name = Names.checked("queue name", name);
        if (waiting < 0 || openDesks < 0) {
            throw new IllegalArgumentException("people waiting and open desks cannot be negative");
        }
        if (serviceSeconds != null && serviceSeconds < 0) {
            throw new IllegalArgumentException("a service cannot take less than no time");
        }
    }

    /** The stream that holds every observation of the queues of an office. */
    public static String stream(OfficeId office) {
        return "queues-" + office.value();
    }
}
