package io.dovira.command.floor;

import io.dovira.command.platform.Reason;

/** Why a floor is not shown. */
enum FloorReason implements Reason {
    OFFICE_UNKNOWN(Kind.UNKNOWN, "office-unknown", "No such office");

    private final Kind kind;
    private final String code;
    private final String title;

    FloorReason(Kind kind, String code, String title) {
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
