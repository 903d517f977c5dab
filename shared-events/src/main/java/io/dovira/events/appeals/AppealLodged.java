package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.OfficeId;
import io.dovira.events.PersonId;
import io.dovira.events.StoredAs;
import io.dovira.events.VisitId;
import io.dovira.events.visits.Channel;
import org.jspecify.annotations.Nullable;

/**
 * An appeal was received, at the time of this fact.
 *
 * @param visit the visit to the office at which it was handed in
 * @param applicant null if it is anonymous
 * @param receipt tells the citizen's code when it is shown, and nobody what it is
 */
@StoredAs(value = "appeal.appeal-lodged", revision = 2)
public record AppealLodged(
        AppealId appeal,
        OfficeId office,
        Channel channel,
        @Nullable VisitId visit,
        AppealKind kind,
        AppealTopic topic,
        @Nullable PersonId applicant,
        boolean benefitHolder,
        @Nullable LetterDigest letter,
        ReceiptDigest receipt)
        implements AppealFact {}
