package io.dovira.command.community;

import io.dovira.events.PublicationId;

/** What can be asked for about something that others published. */
public sealed interface PublicationCommand permits PublishTrustSurvey, PublishFigures, WithdrawPublication {
    PublicationId publication();
}
