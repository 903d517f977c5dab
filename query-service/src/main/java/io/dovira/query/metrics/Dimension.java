package io.dovira.query.metrics;

import io.dovira.query.platform.Office;
import java.util.Locale;

/** By what figures can be told apart. */
enum Dimension {
    ORGANISATION,
    REGION,
    OFFICE,
    SERVICE,
    CHANNEL,
    ORIGIN;

    /** The name in a request. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String valueOf(Cell cell, Office office) {
        return switch (this) {
            case ORGANISATION -> office.organisation();
            case REGION -> office.region();
            case OFFICE -> office.id();
            case SERVICE -> cell.service();
            case CHANNEL -> cell.channel();
            case ORIGIN -> cell.origin().name();
        };
    }
}
