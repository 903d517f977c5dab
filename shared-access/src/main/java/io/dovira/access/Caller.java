package io.dovira.access;

import io.dovira.events.OfficeId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who sent the request. Immutable; take it as a controller parameter.
 *
 * @param actor the account's stable pseudonym (the token's {@code sub}), as stored with each fact that it records; never a name or an address
 * @param roles the roles held, of {@link Roles}
 * @param offices where they hold
 * @param events of the log that may be read, by those who may read it at all
 */
public record Caller(String actor, Set<String> roles, OfficeScope offices, EventScope events) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    public boolean hasAnyOf(Collection<String> some) {
        return some.stream().anyMatch(roles::contains);
    }

    /** The one role that is recorded with a fact: the least powerful one held, {@code unknown} when there is none. */
    public String role() {
        return Roles.ALL.stream().filter(roles::contains).findFirst().orElse("unknown");
    }

    /** @throws AuthenticationCredentialsNotFoundException if nobody is; the access rules let nobody come here then */
    public static Caller signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
        }
        return of(authentication);
    }

    /** Reads the authorities only, so that sessions, tokens and tests mean the same. */
    public static Caller of(Authentication authentication) {
        Set<String> roles = new TreeSet<>();
        Set<OfficeId> offices = new HashSet<>();
        Set<String> events = new HashSet<>();
        boolean every = false;
        boolean everyEvent = false;
        for (var granted : authentication.getAuthorities()) {
            String authority = granted.getAuthority();
            if (authority == null) {
                continue;
            }
            if (authority.startsWith(Authorities.ROLE)) {
                roles.add(authority.substring(Authorities.ROLE.length()));
            } else if (authority.equals(Authorities.EVERY_OFFICE)) {
                every = true;
            } else if (authority.startsWith(Authorities.OFFICE)) {
                offices.add(new OfficeId(authority.substring(Authorities.OFFICE.length())));
            } else if (authority.equals(Authorities.EVERY_EVENT)) {
                everyEvent = true;
            } else if (authority.startsWith(Authorities.EVENT)) {
                events.add(authority.substring(Authorities.EVENT.length()));
            }
        }
        return new Caller(
                authentication.getName(),
                roles,
                every ? OfficeScope.all() : OfficeScope.only(offices),
                everyEvent ? EventScope.all() : EventScope.only(events));
    }
}
