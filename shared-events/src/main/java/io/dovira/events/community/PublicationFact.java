package io.dovira.events.community;

import io.dovira.events.Fact;
import io.dovira.events.PublicationId;

/** What can happen to a publication, in its own stream. */
public sealed interface PublicationFact extends Fact
        permits TrustSurveyPublished, FiguresPublished, PublicationWithdrawn {
    PublicationId publication();
}
