package io.dovira.command.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.OfficeId;
import io.dovira.events.PersonId;
import io.dovira.events.VisitId;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.AppealTopic;
import io.dovira.events.appeals.LetterDigest;
import io.dovira.events.visits.Channel;
import org.jspecify.annotations.Nullable;

/** An appeal is received. {@code visit}: the visit at which it is handed in. {@code applicant}: null if it is anonymous. */
public record LodgeAppeal(
        AppealId appeal,
        OfficeId office,
        Channel channel,
        @Nullable VisitId visit,
        AppealKind kind,
        AppealTopic topic,
        @Nullable PersonId applicant,
        boolean benefitHolder,
        @Nullable LetterDigest letter)
        implements AppealCommand {}
