package io.dovira.command.custody;

import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Intent;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.Timed;
import io.dovira.command.policies.Policies;
import io.dovira.events.CustodyId;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import java.time.Clock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the controllers of this feature share: an entry is read into the fact that it will be. Thread-safe. */
@Component
final class Entries {
    static final Function<String, String> TEXT = Fields.text(500);
    static final Function<String, String> LANGUAGE = Entries::language;
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    private final Endpoint<CustodyId, CustodyFact, Custody, ShownCustody> records;
    private final Endpoint<CustodyId, CustodyFact, Custody, ShownSigning> signings;
    private final Endpoint<CustodyId, CustodyFact, Custody, WorkedCustody> pages;

    Entries(Endpoints endpoints, Policies policies, Clock clock) {
        this.records = of(endpoints, ShownCustody::of);
        this.signings = of(endpoints, ShownSigning::of);
        this.pages = of(endpoints, custody -> WorkedCustody.of(custody, policies.current(), clock.instant()));
    }

    private static <T> Endpoint<CustodyId, CustodyFact, Custody, T> of(
            Endpoints endpoints, Function<Custody, T> shown) {
        return endpoints.of(
                Custodies.SUBJECT,
                new Endpoint.Kind<>(CustodyId::stream, Custody::office, shown, CustodyReason.CUSTODY_UNKNOWN));
    }

    ResponseEntity<Answer<ShownCustody>> begin(
            Envelope envelope, Timed body, BiFunction<Fields, Intent, PersonApprehended> entry) {
        return records.create(
                envelope, body, (fields, intent) -> new MakeEntry(entry.apply(fields, intent)), MakeEntry::custody);
    }

    /** @param body null if the request has none */
    ResponseEntity<Answer<ShownCustody>> make(
            Envelope envelope, String custody, @Nullable Timed body, BiFunction<Fields, CustodyId, CustodyFact> entry) {
        return send(envelope, custody, body, (fields, id) -> new MakeEntry(entry.apply(fields, id)));
    }

    ResponseEntity<Answer<ShownCustody>> send(
            Envelope envelope,
            String custody,
            @Nullable Timed body,
            BiFunction<Fields, CustodyId, CustodyCommand> command) {
        return records.send(envelope, body, fields -> id(fields, custody), command);
    }

    Seen<ShownSigning> look(Envelope envelope, String custody) {
        return signings.look(envelope, fields -> id(fields, custody));
    }

    /** For the page of who keeps the record, which has asked what for. */
    Seen<WorkedCustody> work(Envelope envelope, String custody) {
        return pages.look(envelope, fields -> id(fields, custody));
    }

    private static String language(String given) {
        if (!TAG.matcher(given).matches()) {
            throw new IllegalArgumentException("must be a language tag such as uk or en-GB, not '" + given + "'");
        }
        return given;
    }

    private static CustodyId id(Fields fields, String custody) {
        return fields.required("custody", custody, CustodyId::new);
    }
}
