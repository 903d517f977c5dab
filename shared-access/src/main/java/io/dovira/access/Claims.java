package io.dovira.access;

import io.dovira.events.OfficeId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

/**
 * Turns the claims of a verified token into authorities.
 *
 * @param rolesPath where the roles are: the name of a claim, or a path through nested ones such as {@code realm_access.roles}
 * @param officesPath the same for the offices; an absent claim means every office, an empty list means none
 * @param eventsPath the same for the events that may be read; an absent claim means {@link EventScope#usual}, an empty list means none
 */
public record Claims(String rolesPath, String officesPath, String eventsPath) {
    private static final String EVERY = "*";

    /** @throws OAuth2AuthenticationException when an office or event is no valid name: a token that cannot be read is not half obeyed */
    public Collection<GrantedAuthority> authorities(Map<String, Object> claims) {
        // Providers carry roles of other applications too; those mean nothing here.
        List<String> roles = texts(find(claims, rolesPath)).stream()
                .filter(role -> Roles.ALL.contains(role) || role.equals(Roles.METRICS))
                .toList();
        List<GrantedAuthority> authorities = new ArrayList<>();
        roles.forEach(role -> authorities.add(Authorities.role(role)));
        authorities.addAll(offices(find(claims, officesPath)));
        authorities.addAll(Authorities.events(events(find(claims, eventsPath), roles)));
        return authorities;
    }

    private static List<GrantedAuthority> offices(@Nullable Object claim) {
        if (claim == null || texts(claim).contains(EVERY)) {
            return List.of(Authorities.everyOffice());
        }
        return texts(claim).stream()
                .map(office -> Authorities.office(officeId(office)))
                .toList();
    }

    private static EventScope events(@Nullable Object claim, List<String> roles) {
        if (claim == null) {
            return EventScope.usual(roles);
        }
        try {
            return EventScope.of(texts(claim));
        } catch (IllegalArgumentException e) {
            throw new OAuth2AuthenticationException(
                    BearerTokenErrors.invalidToken("The token names events that are none."), e);
        }
    }

    /** For the chain that takes bearer tokens. */
    public JwtAuthenticationConverter converter() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter((Jwt jwt) -> authorities(jwt.getClaims()));
        return converter;
    }

    private static OfficeId officeId(String text) {
        try {
            return new OfficeId(text);
        } catch (IllegalArgumentException e) {
            throw new OAuth2AuthenticationException(
                    BearerTokenErrors.invalidToken("The token names an office that is not one."), e);
        }
    }

    /** A claim of exactly that name wins over a path, for names that contain dots (address-like ones do). */
    private static @Nullable Object find(Map<String, Object> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        Object at = claims;
        for (String step : path.split("\\.", -1)) {
            at = at instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return at;
    }

    private static List<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case null -> List.of();
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            default -> List.of(String.valueOf(claim).strip().split("[\\s,]+"));
        };
    }
}
