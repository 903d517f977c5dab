package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.Fact;

/** What can happen to an appeal, in its own stream. */
public sealed interface AppealFact extends Fact
        permits AppealLodged,
                AppealRegistered,
                AppealAssigned,
                AppealForwarded,
                AcknowledgementSent,
                InfoRequested,
                InfoReceived,
                TermShortened,
                TermExtended,
                AnswerSent,
                AppealDeclined,
                AppealWithdrawn,
                AppealReopened,
                HigherComplaintLodged,
                AppealCorrectionProposed,
                AppealCorrectionRejected,
                AppealCorrected {
    AppealId appeal();
}
