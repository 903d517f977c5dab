package io.dovira.access;

import io.dovira.events.OfficeId;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The offices that a caller may act on, or see. Immutable.
 *
 * @param every whether all offices are meant, also those registered later; {@code named} is then empty
 * @param named the offices one by one
 */
public record OfficeScope(boolean every, Set<OfficeId> named) {
    private static final OfficeScope ALL = new OfficeScope(true, Set.of());

    public OfficeScope {
        named = Set.copyOf(named);
        if (every && !named.isEmpty()) {
            throw new IllegalArgumentException("every office and named offices exclude each other");
        }
    }

    public static OfficeScope all() {
        return ALL;
    }

    /** Only these; an empty set allows nothing. */
    public static OfficeScope only(Set<OfficeId> offices) {
        return new OfficeScope(false, offices);
    }

    public boolean allows(OfficeId office) {
        return every || named.contains(office);
    }

    /** The ids of the offices one by one; null if every office is meant. What a question to a database is narrowed to. */
    public @Nullable Set<String> ids() {
        return every ? null : named.stream().map(OfficeId::value).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws OfficeOutsideScope when the office is not among those allowed; answered as a 403 problem */
    public void require(OfficeId office) {
        if (!allows(office)) {
            throw new OfficeOutsideScope(office);
        }
    }
}
