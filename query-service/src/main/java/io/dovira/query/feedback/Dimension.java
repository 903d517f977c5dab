package io.dovira.query.feedback;

import io.dovira.query.platform.Office;
import java.util.Locale;

/** By what feedback can be told apart. */
enum Dimension {
    OFFICE,
    REGION,
    SERVICE,
    CHANNEL;

    /** The name in a request. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String valueOf(Cell cell, Office office) {
        return switch (this) {
            case OFFICE -> office.id();
            case REGION -> office.region();
            case SERVICE -> cell.service();
            case CHANNEL -> cell.channel();
        };
    }
}
