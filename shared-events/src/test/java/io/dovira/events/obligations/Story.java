package io.dovira.events.obligations;

import io.dovira.events.AppealId;
import io.dovira.events.CustodyId;
import io.dovira.events.Fact;
import io.dovira.events.FootageId;
import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.Origin;
import io.dovira.events.PersonId;
import io.dovira.events.Recorded;
import io.dovira.events.RegionId;
import io.dovira.events.TimeQuality;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.policies.BuiltInPolicies;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Facts in the order of the log, told by local time in Kyiv: an office, the built-in policies, and what a test adds. */
final class Story {
    static final OfficeId OFFICE = new OfficeId("lviv-03");
    static final CustodyId CUSTODY = new CustodyId("c-17");
    static final AppealId APPEAL = new AppealId("a-5");
    static final FootageId FOOTAGE = new FootageId("f-9");
    static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private static final Map<String, String> NAME = Map.of("en", "A name");

    private final List<Recorded<?>> facts = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    Story() {
        Instant start = at("2020-01-01T00:00");
        tell(
                OFFICE.stream(),
                start,
                new OfficeRegistered(
                        OFFICE, NAME, new OrganisationId("police"), NAME, new RegionId("lviv"), NAME, "Europe/Kyiv"));
        BuiltInPolicies.facts().forEach(fact -> tell("policies", start, fact));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(KYIV).toInstant();
    }

    /** A person is apprehended without a ruling. */
    Story apprehended(String at) {
        return custody(
                at,
                new PersonApprehended(
                        CUSTODY, new PersonId("p-1"), OFFICE, DetentionGround.WITHOUT_RULING, false, false));
    }

    Story custody(String at, Fact... more) {
        for (Fact fact : more) {
            tell(CUSTODY.stream(), at(at), fact);
        }
        return this;
    }

    Story appeal(String at, Fact fact) {
        tell(APPEAL.stream(), at(at), fact);
        return this;
    }

    Story footage(String at, Fact... more) {
        for (Fact fact : more) {
            tell(FOOTAGE.stream(), at(at), fact);
        }
        return this;
    }

    Story policy(String at, Fact fact) {
        tell("policies", at(at), fact);
        return this;
    }

    Story breached(Obligation obligation) {
        tell(obligation.id().stream(), obligation.due().plusMillis(1), obligation.breach());
        return this;
    }

    void tell(String stream, Instant at, Fact fact) {
        long sequence = sequences.merge(stream, 1L, Long::sum) - 1;
        Meta meta = new Meta("p-1", "custody", "c-1", null, OFFICE.value(), TimeQuality.EXACT, Origin.LIVE);
        long position = facts.size() + 1L;
        facts.add(new Recorded<>(position, "e-" + position, stream, sequence, at, at, meta, fact));
    }

    List<Recorded<?>> facts() {
        return List.copyOf(facts);
    }

    Ledger ledger() {
        return in(Ledger.ofTheDay());
    }

    Ledger in(Ledger ledger) {
        facts.forEach(ledger::take);
        return ledger;
    }

    static Obligation of(Ledger ledger, String subject, String rule) {
        Duties duties = ledger.of(subject);
        if (duties == null) {
            throw new AssertionError(subject + " owes nothing");
        }
        return duties.of(rule).orElseThrow();
    }
}
