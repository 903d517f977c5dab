package io.dovira.command.footage;

import io.dovira.events.FootageId;
import io.dovira.events.footage.GapCause;
import java.time.Instant;

/** The segment shows nothing for a while, by the camera's clock. */
public record ReportGap(FootageId footage, Instant from, Instant to, GapCause cause) implements FootageCommand {}
