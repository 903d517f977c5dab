package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.StoredAs;

/** The applicant was told that it was received; {@code automatic} if no person wrote, which is no first response. */
@StoredAs("appeal.acknowledgement-sent")
public record AcknowledgementSent(AppealId appeal, boolean automatic) implements AppealFact {}
