package io.dovira.command.community;

import io.dovira.command.platform.Reason;

/** Why a command on a publication is refused. */
enum PublicationReason implements Reason {
    PUBLICATION_UNKNOWN(Kind.UNKNOWN, "publication-unknown", "No such publication"),
    PUBLICATION_EXISTS(Kind.CONFLICT, "publication-exists", "Recorded already"),
    PUBLICATION_WITHDRAWN(Kind.CONFLICT, "publication-withdrawn", "Withdrawn already"),
    PUBLICATION_EMPTY(Kind.UNACCEPTABLE, "publication-empty", "A publication gives a figure"),
    PERIOD_REVERSED(Kind.UNACCEPTABLE, "period-reversed", "Ends before it begins"),
    OFFICE_UNKNOWN(Kind.UNACCEPTABLE, "office-unknown", "No such office"),
    COMMUNITY_UNKNOWN(Kind.UNACCEPTABLE, "community-unknown", "No such community"),
    REGION_OF_ANOTHER(Kind.UNACCEPTABLE, "region-of-another", "The community is in another region");

    private final Kind kind;
    private final String code;
    private final String title;

    PublicationReason(Kind kind, String code, String title) {
        this.kind = kind;
        this.code = code;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
