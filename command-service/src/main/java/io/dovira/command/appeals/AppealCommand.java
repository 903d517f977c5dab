package io.dovira.command.appeals;

import io.dovira.events.AppealId;

/** What can be asked for about an appeal. */
public sealed interface AppealCommand
        permits LodgeAppeal,
                RegisterAppeal,
                AssignAppeal,
                ForwardAppeal,
                SendAcknowledgement,
                RequestInfo,
                ReceiveInfo,
                ShortenTerm,
                ExtendTerm,
                SendAnswer,
                DeclineAppeal,
                WithdrawAppeal,
                ReopenAppeal,
                LodgeHigherComplaint,
                CorrectAppeal,
                ApproveAppealCorrection,
                RejectAppealCorrection {
    AppealId appeal();
}
