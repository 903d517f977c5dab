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

    @Test
    void readsTheEvents() {
        assertThat(events(Map.of("roles", "integrator", "events", List.of("visit.*", "custody.person-released"))))
                .containsExactly("EVENT_custody.person-released", "EVENT_visit.*");
        assertThat(events(Map.of("roles", "integrator", "events", "*"))).containsExactly("EVENT_*");
        assertThat(events(Map.of("roles", "auditor", "events", List.of()))).isEmpty();
        assertThatThrownBy(() -> events(Map.of("events", List.of("visits"))))
                .isInstanceOf(OAuth2AuthenticationException.class);
    }

    /** Nothing of people in custody, applicants, footage or staff, and nothing that nobody has thought of yet. */
    @Test
    void letsAnIntegratorOfWhomNothingIsSaidReadHowOfficesWork() {
        EventScope usual = EventScope.usual(List.of("integrator"));

        assertThat(List.of("visit.visitor-called", "office.office-closed", "policy.policy-ended"))
                .allMatch(usual::allows);
        assertThat(List.of(
                        "custody.person-apprehended",
                        "unit.person-admitted",
                        "obligation.obligation-breached",
                        "footage.footage-accessed",
                        "camera.camera-installed",
                        "appeal.appeal-lodged",
                        "feedback.survey-answered",
                        "staff.staff-logged-in",
                        "officer.officer-absent",
                        "novelty.something-new"))
                .noneMatch(usual::allows);
        assertThat(events(Map.of("roles", "integrator")))
                .contains("EVENT_visit.*")
                .doesNotContain("EVENT_*");
        assertThat(events(Map.of("roles", "auditor integrator"))).containsExactly("EVENT_*");
    }

    private static List<String> events(Map<String, Object> claims) {
        return authorities(new Claims("roles", "offices", "events"), claims).stream()
                .filter(authority -> authority.startsWith(Authorities.EVENT))
                .toList();
    }

    private static List<String> of(String rolesPath, String officesPath, Map<String, Object> claims) {
        return authorities(new Claims(rolesPath, officesPath, "events"), claims).stream()
                .filter(authority -> !authority.startsWith(Authorities.EVENT))
                .toList();
    }

    private static List<String> authorities(Claims claims, Map<String, Object> given) {
        return claims.authorities(given).stream()
                .map(GrantedAuthority::getAuthority)
                .map(String::valueOf)
                .toList();
    }
}
