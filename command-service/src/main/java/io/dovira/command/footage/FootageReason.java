package io.dovira.command.footage;

import io.dovira.command.platform.Reason;

/** Why a command on footage is refused, or its content not handed out. */
enum FootageReason implements Reason {
    FOOTAGE_UNKNOWN(Kind.UNKNOWN, "footage-unknown", "No such segment"),
    FOOTAGE_EXISTS(Kind.CONFLICT, "footage-exists", "Segment exists already"),
    PURPOSE_NEEDED(Kind.FORBIDDEN, "purpose-needed", "Say what for"),
    CAMERA_UNKNOWN(Kind.UNACCEPTABLE, "camera-unknown", "No such camera"),
    CAMERA_NOT_THERE(Kind.UNACCEPTABLE, "camera-not-there", "The camera hung nowhere then"),
    RANGE_IMPOSSIBLE(Kind.UNACCEPTABLE, "range-impossible", "No recording lasts so long"),
    OUTSIDE_SEGMENT(Kind.UNACCEPTABLE, "outside-segment", "Not a time of the segment"),
    NOTHING_TO_EXPLAIN(Kind.CONFLICT, "nothing-to-explain", "Nothing waits for an explanation"),
    CONTENT_HERE(Kind.CONFLICT, "content-here", "The content is here already"),
    CONTENT_NOT_HERE(Kind.CONFLICT, "content-not-here", "The content has not come in yet"),
    CONTENT_GONE(Kind.CONFLICT, "content-gone", "The content is not kept any more"),
    CONTENT_DIFFERS(Kind.UNACCEPTABLE, "content-differs", "Not the content that was announced"),
    CONTENT_MISSING(Kind.CONFLICT, "content-missing", "The store has lost the content"),
    COPY_EXISTS(Kind.CONFLICT, "copy-exists", "The copy is here already"),
    COPY_UNKNOWN(Kind.UNACCEPTABLE, "copy-unknown", "No file with this hash"),
    SUBJECT_UNKNOWN(Kind.UNACCEPTABLE, "subject-unknown", "Nothing that could be seen"),
    OUTSIDE_SUBJECT(Kind.UNACCEPTABLE, "outside-subject", "Not a time of what it is said to show"),
    HOLD_EXISTS(Kind.CONFLICT, "hold-exists", "The hold is in place already"),
    HOLD_UNKNOWN(Kind.CONFLICT, "hold-unknown", "No such hold"),
    FOOTAGE_HELD(Kind.CONFLICT, "footage-held", "A hold keeps it"),
    RETENTION_RUNNING(Kind.CONFLICT, "retention-running", "Its retention is not over"),
    NOTHING_CHANGED(Kind.CONFLICT, "nothing-changed", "Nothing would change");

    private final Kind kind;
    private final String code;
    private final String title;

    FootageReason(Kind kind, String code, String title) {
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
