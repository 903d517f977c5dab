package io.dovira.command.community;

import io.dovira.command.platform.Reason;

/** Why a command on an officer is refused. */
enum OfficerReason implements Reason {
    OFFICER_UNKNOWN(Kind.UNKNOWN, "officer-unknown", "No such officer"),
    OFFICER_EXISTS(Kind.CONFLICT, "officer-exists", "Selected already"),
    OFFICER_STATE(Kind.CONFLICT, "officer-state", "Not at this step"),
    MEMORANDUM_MISSING(Kind.CONFLICT, "memorandum-missing", "No memorandum with the community"),
    SAME_COMMUNITY(Kind.CONFLICT, "same-community", "Serves that community already"),
    COMMUNITY_UNKNOWN(Kind.UNACCEPTABLE, "community-unknown", "No such community");

    private final Kind kind;
    private final String code;
    private final String title;

    OfficerReason(Kind kind, String code, String title) {
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
