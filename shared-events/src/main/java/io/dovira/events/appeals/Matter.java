package io.dovira.events.appeals;

import io.dovira.events.PersonId;
import io.dovira.events.VisitId;
import io.dovira.events.visits.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What was lodged, as far as it is known: corrections change it.
 *
 * @param visit the visit at which it was handed in
 * @param applicant by pseudonym; null if anonymous
 * @param benefitHolder whether the law has the appeal considered before others
 * @param letter digest of the letter; null if there is none
 */
public record Matter(
        Channel channel,
        @Nullable VisitId visit,
        AppealKind kind,
        AppealTopic topic,
        @Nullable PersonId applicant,
        boolean benefitHolder,
        @Nullable LetterDigest letter) {

    Matter corrected(AppealField field, String is) {
        return switch (field) {
            case RECEIVED_AT, ANSWERED_AT, OUTCOME -> this;
            case CHANNEL -> new Matter(Channel.valueOf(is), visit, kind, topic, applicant, benefitHolder, letter);
            case KIND -> new Matter(channel, visit, AppealKind.valueOf(is), topic, applicant, benefitHolder, letter);
            case TOPIC -> new Matter(channel, visit, kind, AppealTopic.valueOf(is), applicant, benefitHolder, letter);
            case APPLICANT ->
                new Matter(channel, visit, kind, topic, is.isEmpty() ? null : new PersonId(is), benefitHolder, letter);
            case BENEFIT_HOLDER -> new Matter(channel, visit, kind, topic, applicant, Boolean.parseBoolean(is), letter);
        };
    }
}
