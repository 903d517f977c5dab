package io.dovira.command.platform;

import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.TimeQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Turns a {@link Decision} into facts with their metadata, inside the unit of work of the command. */
public final class Recording {
    private Recording() {}

    /**
     * Applies what was decided.
     *
     * @param office to which the facts belong; null if to none
     * @param apply records one fact in the stream that it belongs to
     * @param state of the aggregate, asked for after the last fact
     */
    public static Verdict of(
            Decision decision,
            Intent intent,
            @Nullable OfficeId office,
            BiConsumer<Fact, MetaData> apply,
            Supplier<Object> state) {
        return of(decision, intent, intent.quality(), office, apply, state);
    }

    /** As the other, for facts whose time is known otherwise than the sender says. */
    public static Verdict of(
            Decision decision,
            Intent intent,
            TimeQuality quality,
            @Nullable OfficeId office,
            BiConsumer<Fact, MetaData> apply,
            Supplier<Object> state) {
        return switch (decision) {
            case Decision.Declined no -> new Verdict.Declined(no.refusal());
            case Decision.Accepted yes -> {
                List<String> ids = new ArrayList<>();
                Intent meant = yes.at() == null ? intent : intent.at(yes.at());
                TimeQuality known = yes.at() == null || quality == TimeQuality.AUTO_CLOSED ? quality : meant.quality();
                for (Fact fact : yes.facts()) {
                    apply.accept(fact, meant.ofFact(ids.size(), office, known));
                    ids.add(intent.eventId(ids.size()));
                }
                yield new Verdict.Accepted(List.copyOf(ids), state.get());
            }
        };
    }
}
