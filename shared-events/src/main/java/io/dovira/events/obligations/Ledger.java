package io.dovira.events.obligations;

import io.dovira.events.Fact;
import io.dovira.events.PolicyId;
import io.dovira.events.Recorded;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealFact;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.footage.FlawExplained;
import io.dovira.events.footage.Flaws;
import io.dovira.events.footage.FootageFact;
import io.dovira.events.footage.GapDetected;
import io.dovira.events.footage.IntegrityChecked;
import io.dovira.events.footage.RetentionExpired;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.policies.CalendarFact;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.policies.PolicyFact;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The obligations of everybody, in memory: for the watcher that records breaches, and for replays with a clock of one's choice. Takes facts in
 * the order of the log; facts of one subject may also come after later ones of others, if those of rules and offices came before. For one thread.
 */
public final class Ledger {
    /** Raised when something else is derived from the same facts: what was kept of it by an older release is derived anew then. */
    public static final int RULES = 5;

    private final Map<PolicyId, String> otherwise;
    private final Map<String, ZoneId> zones = new HashMap<>();
    private final Map<String, Custody> custodies = new HashMap<>();
    private final Map<String, Appeal> appeals = new HashMap<>();
    private final Map<String, Flaws> flaws = new HashMap<>();
    private final Map<String, Duties> duties = new TreeMap<>();

    /** What was known from each position on at which a rule was recorded. */
    private final NavigableMap<Long, PolicyBook> books = new TreeMap<>(Map.of(0L, PolicyBook.empty()));

    private Ledger(Map<PolicyId, String> otherwise) {
        this.otherwise = Map.copyOf(otherwise);
    }

    /** By the rule of each day. */
    public static Ledger ofTheDay() {
        return new Ledger(Map.of());
    }

    /** What if: a policy is judged by this version ({@code id@version}), whatever was in force. */
    public static Ledger judgedBy(Map<PolicyId, String> versions) {
        return new Ledger(versions);
    }

    /** Whether facts of this type change anything here. */
    public static boolean wants(Class<? extends Fact> type) {
        return Stream.of(
                        CustodyFact.class,
                        AppealFact.class,
                        GapDetected.class,
                        IntegrityChecked.class,
                        FlawExplained.class,
                        RetentionExpired.class,
                        ObligationFact.class,
                        PolicyFact.class,
                        CalendarFact.class,
                        OfficeRegistered.class)
                .anyMatch(wanted -> wanted.isAssignableFrom(type));
    }

    /**
     * Whether the fact may open a duty where nothing is owed: then it needs what its subject told before. Of footage few facts do, of which there
     * are many.
     */
    public static boolean mayOpen(Fact fact) {
        return fact instanceof CustodyFact
                || fact instanceof AppealFact
                || (fact instanceof FootageFact footage && Flaws.isFound(footage));
    }

    /** Takes one fact; returns the obligations that are not as they were. */
    public List<Obligation> take(Recorded<?> recorded) {
        return switch (recorded.fact()) {
            case CustodyFact fact -> {
                Custody after = Custody.evolve(custodies.get(recorded.stream()), fact, recorded.occurredAt());
                custodies.put(recorded.stream(), after);
                yield changed(
                        recorded,
                        Duties.after(
                                of(recorded.stream()),
                                after,
                                recorded.occurredAt(),
                                clockwork(recorded, after.office().value())));
            }
            case AppealFact fact -> {
                Appeal after = Appeal.evolve(appeals.get(recorded.stream()), fact, recorded.occurredAt());
                appeals.put(recorded.stream(), after);
                yield changed(
                        recorded,
                        Duties.after(
                                of(recorded.stream()),
                                after,
                                recorded.occurredAt(),
                                clockwork(recorded, after.office().value())));
            }
            case FootageFact fact -> {
                Flaws before = flaws.get(recorded.stream());
                if (before == null && !Flaws.isFound(fact)) {
                    yield List.of();
                }
                Flaws after = Objects.requireNonNullElse(before, Flaws.NONE).after(fact, recorded.occurredAt());
                flaws.put(recorded.stream(), after);
                String office = recorded.meta().office();
                yield changed(
                        recorded,
                        Duties.after(
                                of(recorded.stream()),
                                recorded.stream(),
                                office,
                                after,
                                recorded.occurredAt(),
                                clockwork(recorded, office)));
            }
            case ObligationBreached fact -> {
                Duties before = duties.get(fact.subject());
                if (before == null) {
                    yield List.of();
                }
                Duties after = before.recorded(fact);
                duties.put(fact.subject(), after);
                yield after.changedSince(before);
            }
            case OfficeFact fact -> {
                if (fact instanceof OfficeRegistered office) {
                    zones.put(office.office().value(), ZoneId.of(office.timeZone()));
                }
                yield List.of();
            }
            default -> {
                books.put(
                        recorded.position(),
                        books.lastEntry().getValue().after(recorded.fact(), recorded.occurredAt()));
                yield List.of();
            }
        };
    }

    private Clockwork clockwork(Recorded<?> recorded, @Nullable String office) {
        ZoneId zone = office == null ? ZoneOffset.UTC : zones.getOrDefault(office, ZoneOffset.UTC);
        PolicyBook known = books.floorEntry(recorded.position()).getValue();
        return new Clockwork(known, zone, recorded.meta().origin(), otherwise);
    }

    private List<Obligation> changed(Recorded<?> recorded, Duties after) {
        return after.changedSince(duties.put(recorded.stream(), after));
    }

    /** The duties of a subject; null if it has none, or was forgotten. */
    public @Nullable Duties of(String subject) {
        return duties.get(subject);
    }

    /** What stands so at a moment of one's choice, by all that was taken, in the order of the due moments. */
    public List<Obligation> at(Instant now, ObligationState state) {
        return duties.values().stream()
                .flatMap(each -> each.newest().stream())
                .filter(each -> each.at(now) == state)
                .sorted(Comparator.comparing(Obligation::due))
                .toList();
    }

    /** Who has duties, as far as they were not forgotten: their streams. */
    public Set<String> subjects() {
        return Collections.unmodifiableSet(duties.keySet());
    }

    /** Whether the fact is one by which duties are judged, and not one of somebody to whom something is owed. */
    public static boolean isOfRules(Class<? extends Fact> type) {
        return wants(type)
                && !CustodyFact.class.isAssignableFrom(type)
                && !AppealFact.class.isAssignableFrom(type)
                && !FootageFact.class.isAssignableFrom(type)
                && !ObligationFact.class.isAssignableFrom(type);
    }

    /** Lets go of a subject that owes nothing; its facts must be given again from the first when another one comes. */
    public void forget(String subject) {
        custodies.remove(subject);
        appeals.remove(subject);
        flaws.remove(subject);
        duties.remove(subject);
    }
}
