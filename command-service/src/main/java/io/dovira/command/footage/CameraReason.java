package io.dovira.command.footage;

import io.dovira.command.platform.Reason;

/** Why a command on a camera is refused. */
enum CameraReason implements Reason {
    CAMERA_UNKNOWN(Kind.UNKNOWN, "camera-unknown", "No such camera"),
    CAMERA_EXISTS(Kind.CONFLICT, "camera-exists", "Camera exists already"),
    CAMERA_REMOVED(Kind.CONFLICT, "camera-removed", "The camera is gone"),
    OFFICE_UNKNOWN(Kind.UNACCEPTABLE, "office-unknown", "No such office"),
    OFFICE_CLOSED(Kind.CONFLICT, "office-closed", "The office is closed"),
    NOTHING_CHANGED(Kind.CONFLICT, "nothing-changed", "Nothing would change");

    private final Kind kind;
    private final String code;
    private final String title;

    CameraReason(Kind kind, String code, String title) {
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
