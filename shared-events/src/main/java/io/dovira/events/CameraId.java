package io.dovira.events;

/** A camera that records what happens at an office. */
public record CameraId(String value) {
    public CameraId {
        value = Text.id("camera id", value);
    }

    /** The stream of the log that holds its facts. */
    public String stream() {
        return "camera-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
