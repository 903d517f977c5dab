package io.dovira.access;

import io.dovira.events.OfficeId;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** How roles, offices and events are written as Spring Security authorities. */
public final class Authorities {
    public static final String ROLE = "ROLE_";
    public static final String OFFICE = "OFFICE_";
    public static final String EVERY_OFFICE = OFFICE + "*";
    public static final String EVENT = "EVENT_";
    public static final String EVERY_EVENT = EVENT + "*";

    private Authorities() {}

    public static GrantedAuthority role(String role) {
        return new SimpleGrantedAuthority(ROLE + role);
    }

    public static GrantedAuthority office(OfficeId office) {
        return new SimpleGrantedAuthority(OFFICE + office.value());
    }

    public static GrantedAuthority everyOffice() {
        return new SimpleGrantedAuthority(EVERY_OFFICE);
    }

    public static List<GrantedAuthority> events(EventScope scope) {
        return scope.every()
                ? List.of(new SimpleGrantedAuthority(EVERY_EVENT))
                : scope.named().stream()
                        .sorted()
                        .<GrantedAuthority>map(name -> new SimpleGrantedAuthority(EVENT + name))
                        .toList();
    }
}
