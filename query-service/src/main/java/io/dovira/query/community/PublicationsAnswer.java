package io.dovira.query.community;

import java.util.List;

/** What others published, the newest first. Withdrawn ones are there and say why. */
record PublicationsAnswer(long position, List<PublicationDocument> items) {}
