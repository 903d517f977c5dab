package io.dovira.events.footage;

import io.dovira.events.OfficeId;
import java.time.Instant;

/**
 * Where a camera hangs.
 *
 * @param since until the next place begins, or the camera is removed
 */
public record CameraPlace(OfficeId office, String room, CameraArea area, Instant since) {}
