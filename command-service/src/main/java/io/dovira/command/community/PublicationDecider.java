package io.dovira.command.community;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.community.Community;
import io.dovira.events.community.FiguresPublished;
import io.dovira.events.community.Publication;
import io.dovira.events.community.PublicationWithdrawn;
import io.dovira.events.community.TrustSurveyPublished;
import io.dovira.events.offices.Office;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What others published is recorded as they said it; nothing here is ever made from ratings. Pure. */
final class PublicationDecider {
    private PublicationDecider() {}

    /**
     * @param office that records it; null if it is not known
     * @param community that a survey asked; null if it names none, or none that is known
     */
    static Decision decide(
            @Nullable Publication publication,
            PublicationCommand command,
            Moment moment,
            @Nullable Office office,
            @Nullable Community community) {
        Optional<Decision> future = moment.ifInTheFuture();
        if (future.isPresent()) {
            return future.get();
        }
        if (command instanceof WithdrawPublication c) {
            return withdraw(publication, c, moment);
        }
        if (publication != null) {
            return Decision.refuse(
                    PublicationReason.PUBLICATION_EXISTS, "Publication " + publication.id() + " is recorded already.");
        }
        if (office == null) {
            return Decision.refuse(PublicationReason.OFFICE_UNKNOWN, "There is no such office.");
        }
        return switch (command) {
            case WithdrawPublication c -> throw new IllegalStateException(c + " is decided above");
            case PublishTrustSurvey c -> survey(c, moment, community);
            case PublishFigures c -> figures(c, moment);
        };
    }

    private static Decision withdraw(@Nullable Publication publication, WithdrawPublication withdraw, Moment moment) {
        if (publication == null) {
            return Decision.refuse(
                    PublicationReason.PUBLICATION_UNKNOWN, "There is no publication " + withdraw.publication() + ".");
        }
        if (publication.withdrawn() != null) {
            return Decision.refuse(
                    PublicationReason.PUBLICATION_WITHDRAWN, "It was withdrawn at " + publication.lastAt() + ".");
        }
        return moment.notBefore(
                publication.lastAt(),
                () -> Decision.accept(new PublicationWithdrawn(publication.id(), withdraw.reason())));
    }

    private static Decision survey(PublishTrustSurvey survey, Moment moment, @Nullable Community community) {
        if (survey.community() != null && community == null) {
            return Decision.refuse(
                    PublicationReason.COMMUNITY_UNKNOWN, "There is no community " + survey.community() + ".");
        }
        if (community != null && survey.region() != null && !survey.region().equals(community.region())) {
            return Decision.refuse(
                    PublicationReason.REGION_OF_ANOTHER,
                    "Community " + community.id() + " is in " + community.region() + ".");
        }
        if (survey.fieldworkTo().isBefore(survey.fieldworkFrom())) {
            return Decision.refuse(
                    PublicationReason.PERIOD_REVERSED,
                    "Fieldwork ends on " + survey.fieldworkTo() + ", before it begins on " + survey.fieldworkFrom()
                            + ".");
        }
        return Days.ifToCome(survey.fieldworkTo(), moment)
                .orElseGet(() -> Decision.accept(new TrustSurveyPublished(
                        survey.publication(),
                        survey.office(),
                        community == null ? survey.region() : community.region(),
                        survey.community(),
                        survey.source(),
                        survey.n(),
                        survey.percent(),
                        survey.margin(),
                        survey.fieldworkFrom(),
                        survey.fieldworkTo())));
    }

    private static Decision figures(PublishFigures figures, Moment moment) {
        if (figures.communities() == null && figures.officers() == null && figures.people() == null) {
            return Decision.refuse(PublicationReason.PUBLICATION_EMPTY, "Give communities, officers or people.");
        }
        return Days.ifToCome(figures.asOf(), moment)
                .orElseGet(() -> Decision.accept(new FiguresPublished(
                        figures.publication(),
                        figures.office(),
                        figures.source(),
                        figures.asOf(),
                        figures.communities(),
                        figures.officers(),
                        figures.people())));
    }
}
