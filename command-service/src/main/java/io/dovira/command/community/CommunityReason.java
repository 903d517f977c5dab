package io.dovira.command.community;

import io.dovira.command.platform.Reason;

/** Why a command on a community is refused. */
enum CommunityReason implements Reason {
    COMMUNITY_UNKNOWN(Kind.UNKNOWN, "community-unknown", "No such community"),
    COMMUNITY_EXISTS(Kind.CONFLICT, "community-exists", "Community is registered already"),
    CLAIM_KNOWN(Kind.CONFLICT, "claim-known", "The source has said so already"),
    MEMORANDUM_SIGNED(Kind.CONFLICT, "memorandum-signed", "Signed already"),
    OFFICE_UNKNOWN(Kind.UNACCEPTABLE, "office-unknown", "No such office"),
    OFFICER_NOT_HERE(Kind.UNACCEPTABLE, "officer-not-here", "The officer does not serve the community");

    private final Kind kind;
    private final String code;
    private final String title;

    CommunityReason(Kind kind, String code, String title) {
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
