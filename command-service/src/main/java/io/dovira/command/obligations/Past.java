package io.dovira.command.obligations;

import io.dovira.events.Recorded;
import java.util.List;

/** What the log holds up to a position. */
interface Past {
    /** By what duties are judged, in the order of the log. */
    List<Recorded<?>> rules(long upTo);

    /** One stream from its beginning. */
    List<Recorded<?>> story(String stream, long upTo);
}
