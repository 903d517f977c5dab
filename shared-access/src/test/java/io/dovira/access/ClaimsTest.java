package io.dovira.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

class ClaimsTest {

    @Test
    void readsRolesAndOffices() {
        assertThat(of("roles", "offices", Map.of("roles", List.of("clerk"), "offices", List.of("lviv-03", "lviv-04"))))
                .containsExactly("ROLE_clerk", "OFFICE_lviv-03", "OFFICE_lviv-04");
    }

    @Test
    void findsTheRolesOfKeycloakByPath() {
        Map<String, Object> claims =
                Map.of("realm_access", Map.of("roles", List.of("offline_access", "manager")), "offices", List.of("*"));

        assertThat(of("realm_access.roles", "offices", claims)).containsExactly("ROLE_manager", "OFFICE_*");
    }

    @Test
    void prefersAClaimOfThatVeryNameOverAPath() {
        assertThat(of("https://example.org/roles", "offices", Map.of("https://example.org/roles", "admin auditor")))
                .containsExactly("ROLE_admin", "ROLE_auditor", "OFFICE_*");
    }

    @Test
    void grantsNothingForRolesOfOtherApplications() {
        assertThat(of("roles", "offices", Map.of("roles", List.of("superuser", "ROLE_admin", "Admin"))))
                .containsExactly("OFFICE_*");
    }

    @Test
    void takesAnEmptyListOfOfficesForNone() {
        assertThat(of("roles", "offices", Map.of("roles", List.of("clerk"), "offices", List.of())))
                .containsExactly("ROLE_clerk");
    }

    @Test
    void refusesATokenWithAnOfficeThatIsNone() {
        assertThatThrownBy(() -> of("roles", "offices", Map.of("offices", List.of("no such/office"))))
                .isInstanceOf(OAuth2AuthenticationException.class);
    }

    private static List<String> of(String rolesPath, String officesPath, Map<String, Object> claims) {
        return new Claims(rolesPath, officesPath)
                .authorities(claims).stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList();
    }
}
