package io.dovira.command.custody;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.Fact;
import io.dovira.events.Origin;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.CustodyUnit;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.UnitFact;
import io.dovira.events.obligations.Clockwork;
import io.dovira.events.obligations.Duties;
import io.dovira.events.obligations.Obligation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record and its unit in memory: decides with the real deciders, keeps what they accept, and folds it with the real folds. */
final class CustodyHall {
    /** A fact, with the id under which a correction may name it. */
    record Kept(String id, CustodyFact fact, Instant at) {}

    final List<Kept> story = new ArrayList<>();

    @Nullable
    Custody custody;

    @Nullable
    CustodyUnit unit;

    /** What the ledger makes of the record. */
    @Nullable
    Duties duties;

    Decision decide(CustodyCommand command, Moment moment, String actor) {
        return keep(
                CustodyDecider.decide(
                        custody,
                        command,
                        Sample.premises(
                                moment, actor, story.stream().map(Kept::id).toArray(String[]::new))),
                moment.occurredAt());
    }

    Decision decide(UnitCommand command, Moment moment, String actor) {
        List<Custody> held = unit == null || unit.held().isEmpty() ? List.of() : List.of(now());
        return keep(UnitDecider.decide(unit, command, new UnitPremises(moment, actor, held)), moment.occurredAt());
    }

    /** An entry that happens when it is made, by the officer on duty. */
    Decision enter(CustodyFact entry, int minute) {
        return enter(entry, minute, minute);
    }

    /** An entry made later than it happened. */
    Decision enter(CustodyFact entry, int happened, int typed) {
        return decide(new MakeEntry(entry), Moment.at(Sample.minute(typed), Sample.minute(happened)), "p-1");
    }

    Custody now() {
        return Objects.requireNonNull(custody);
    }

    Duties duties() {
        return Objects.requireNonNull(duties);
    }

    /** What is owed by a clock; empty if it never was. */
    Optional<Obligation> obligation(Duty duty) {
        return duties().of(rule(duty));
    }

    static String rule(Duty duty) {
        return "custody-" + duty.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Decision keep(Decision decision, Instant at) {
        if (decision instanceof Decision.Accepted yes) {
            Instant when = yes.at() == null ? at : yes.at();
            yes.facts().forEach(fact -> keep(fact, when));
        }
        return decision;
    }

    private void keep(Fact fact, Instant at) {
        switch (fact) {
            case CustodyFact f -> {
                custody = Custody.evolve(custody, f, at);
                duties = Duties.after(duties, now(), at, Clockwork.of(Sample.LAW, Sample.OFFICE.zone(), Origin.LIVE));
                story.add(new Kept("e" + story.size(), f, at));
            }
            case UnitFact f -> unit = CustodyUnit.evolve(unit, f, at);
            default -> throw new IllegalStateException("no place for " + fact);
        }
    }
}
