package io.dovira.query.footage;

import io.dovira.events.footage.CameraArea;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What cameras look at in an office now. What is looked at by none is not kept as an entry: nobody expects it on footage. */
record Watched(List<Eye> eyes) {
    Watched {
        eyes = List.copyOf(eyes);
    }

    /** A camera and what it looks at. */
    record Eye(String camera, CameraArea area) {}

    static boolean isWatched(@Nullable Watched office, CameraArea area) {
        return office != null && office.eyes.stream().anyMatch(eye -> eye.area() == area);
    }

    static Watched with(@Nullable Watched before, String camera, CameraArea area) {
        List<Eye> eyes = new ArrayList<>(without(before, camera).eyes);
        eyes.add(new Eye(camera, area));
        eyes.sort(Comparator.comparing(Eye::camera));
        return new Watched(eyes);
    }

    static Watched without(@Nullable Watched before, String camera) {
        return before == null
                ? new Watched(List.of())
                : new Watched(before.eyes.stream()
                        .filter(eye -> !eye.camera().equals(camera))
                        .toList());
    }
}
