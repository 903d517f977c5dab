package io.dovira.query.streams;

import io.dovira.access.EventScope;
import io.dovira.access.OfficeScope;
import io.dovira.events.OfficeId;
import io.dovira.events.catalogue.Facts;
import io.dovira.eventstore.log.LogFilter;
import io.dovira.eventstore.log.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which events a reader asked for.
 *
 * @param wanted what any type must match one of; empty wants every type
 * @param office the office asked for, null for all
 * @param scope the offices that the reader may see
 * @param events the types that the reader may see
 */
record Selection(List<Wanted> wanted, @Nullable String office, OfficeScope scope, EventScope events) {
    static final int MOST_TYPES = 100;
    private static final Pattern TYPE = Pattern.compile(
            "(?:io\\.dovira\\.)?(?<feature>[a-z]+)\\.(?:(?<any>\\*)|(?<name>[a-z-]+)(?:\\.v(?<rev>[1-9]\\d{0,8}))?)");
    private static final Set<String> FEATURES = Facts.all().stream()
            .map(Facts::nameOf)
            .map(name -> name.substring(0, name.indexOf('.')))
            .collect(Collectors.toUnmodifiableSet());

    Selection {
        wanted = List.copyOf(wanted);
    }

    /**
     * Reads what a request says.
     *
     * @param types {@code visit.visitor-called}, {@code io.dovira.visit.visitor-called.v1} (that revision only) or {@code visit.*} (also
     *     what a newer writer adds to the feature)
     * @param scope of the reader: with named offices, events of other offices and of none are left out
     * @param events of the reader: others are left out
     * @throws Refused if a type or the office cannot be, or a type is not the reader's
     * @throws io.dovira.access.OfficeOutsideScope if the office is not the reader's
     */
    static Selection of(@Nullable List<String> types, @Nullable String office, OfficeScope scope, EventScope events) {
        List<Wanted> wanted = new ArrayList<>();
        if (types != null) {
            if (types.size() > MOST_TYPES) {
                throw Refused.malformed("type", "at most " + MOST_TYPES + " types may be named");
            }
            types.forEach(type -> wanted.add(wanted(type.strip(), events)));
        }
        return new Selection(wanted, office == null ? null : office(office, scope), scope, events);
    }

    /**
     * What the log can leave out by itself; never more than this selection would. Offices it cannot: who looks for one looks through what all of them
     * did, a page at a time.
     */
    LogFilter inLog() {
        Set<String> names = new TreeSet<>();
        for (Wanted one : wanted) {
            if (one.name == null) {
                // A newer writer may add facts to the feature that no list of names here can hold.
                return LogFilter.EVERYTHING;
            }
            names.add(one.feature + "." + one.name);
        }
        return new LogFilter(names);
    }

    boolean wants(StoredEvent event) {
        return events.allows(event.type())
                && wantsOffice(event)
                && (wanted.isEmpty() || wanted.stream().anyMatch(one -> one.matches(event.type(), event.revision())));
    }

    private boolean wantsOffice(StoredEvent event) {
        if (office == null && scope.every()) {
            return true;
        }
        String its = CloudEvents.office(event);
        if (its == null) {
            return false;
        }
        return office == null ? scope.allows(new OfficeId(its)) : office.equals(its);
    }

    /** As they were asked for. */
    List<String> types() {
        return wanted.stream().map(Wanted::toString).toList();
    }

    private static Wanted wanted(String type, EventScope events) {
        Matcher matcher = TYPE.matcher(type);
        if (!matcher.matches() || !FEATURES.contains(matcher.group("feature"))) {
            throw Refused.unknownType(type);
        }
        String feature = matcher.group("feature");
        String name = matcher.group("name");
        if (name != null && !isKnown(feature + "." + name)) {
            throw Refused.unknownType(type);
        }
        if (name == null ? !events.allowsSomeOf(feature) : !events.allows(feature + "." + name)) {
            throw Refused.outsideScope(type);
        }
        String revision = matcher.group("rev");
        return new Wanted(feature, name, revision == null ? 0 : Integer.parseInt(revision));
    }

    private static boolean isKnown(String fact) {
        return Facts.all().stream().map(Facts::nameOf).anyMatch(fact::equals);
    }

    private static String office(String office, OfficeScope scope) {
        try {
            OfficeId id = new OfficeId(office);
            scope.require(id);
            return id.value();
        } catch (IllegalArgumentException e) {
            throw Refused.malformed("office", String.valueOf(e.getMessage()));
        }
    }

    /**
     * @param name null for every fact of the feature
     * @param revision 0 for any
     */
    record Wanted(String feature, @Nullable String name, int revision) {
        boolean matches(String type, int itsRevision) {
            if (name == null) {
                return type.startsWith(feature + ".");
            }
            return type.equals(feature + "." + name) && (revision == 0 || revision == itsRevision);
        }

        @Override
        public String toString() {
            return feature + "." + (name == null ? "*" : name) + (revision == 0 ? "" : ".v" + revision);
        }
    }
}
