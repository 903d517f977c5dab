package io.dovira.query.appeals;

import io.dovira.events.Meta;
import io.dovira.events.appeals.AppealCorrected;
import io.dovira.events.catalogue.Facts;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.eventstore.seal.Leaves;
import io.dovira.query.appeals.AppealStory.Step;
import io.dovira.query.platform.CorrectedBy;
import io.dovira.query.platform.DoviraProperties;
import io.dovira.query.platform.FactReader;
import io.dovira.query.platform.PlainJson;
import io.dovira.query.platform.Problem;
import java.time.Duration;
import java.util.List;

/** What the log itself says of an appeal. Thread-safe. */
final class AppealHistory {
    private static final String CORRECTED = Facts.nameOf(AppealCorrected.class);

    private final EventLog log;
    private final DoviraProperties properties;

    AppealHistory(EventLog log, DoviraProperties properties) {
        this.log = log;
        this.properties = properties;
    }

    /** Everything recorded of it, in order. */
    List<Step> of(AppealDocument document) {
        List<StoredEvent> stream = log.readStream(document.appeal().id().stream(), 0);
        CorrectedBy corrections = new CorrectedBy(stream, event -> event.type().equals(CORRECTED));
        return stream.stream().map(event -> step(event, corrections.of(event))).toList();
    }

    /** How to check that the fact with which it entered the register is in the log. */
    AppealReceipt.Proof proof(AppealDocument document) {
        StoredEvent event = log.event(document.entered())
                .orElseThrow(() -> Problem.notFound("the log has no position " + document.entered()));
        return AppealReceipt.Proof.of(Leaves.of(event), String.valueOf(properties.queryUrl()));
    }

    private static Step step(StoredEvent event, List<String> correctedBy) {
        Meta meta = FactReader.meta(event);
        return new Step(
                event.position(),
                event.id(),
                event.type(),
                event.occurredAt(),
                event.recordedAt(),
                Duration.between(event.occurredAt(), event.recordedAt()).toMillis() / 1000.0,
                meta.actor(),
                meta.role(),
                meta.quality().name(),
                meta.origin().name(),
                PlainJson.of(event.payload()),
                correctedBy);
    }
}
