package io.dovira.query.metrics;

import io.dovira.events.Origin;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The cell that holds an entry: one office, one local day of arrival, one service, one channel, one origin.
 *
 * <pre>
 *   nyc-nypd-01-bronx/2018-10-21/noise-residential/PHONE/IMPORTED      the days of an office are one range of ids
 * </pre>
 */
record CellKey(String office, LocalDate day, String service, String channel, Origin origin, String timeZone) {

    static CellKey of(String office, Instant arrived, String timeZone, String service, String channel, Origin origin) {
        LocalDate day = LocalDate.ofInstant(arrived, ZoneId.of(timeZone));
        return new CellKey(office, day, service, channel, origin, timeZone);
    }

    /** The document's id. Channels are free text of a source, so they are escaped. */
    String id() {
        return office + "/" + day + "/" + service + "/" + URLEncoder.encode(channel, StandardCharsets.UTF_8) + "/"
                + origin;
    }
}
