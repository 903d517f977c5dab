package io.dovira.command.identity;

import io.dovira.access.Authorities;
import io.dovira.access.EventScope;
import io.dovira.access.Roles;
import io.dovira.events.OfficeId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/**
 * One person and one machine per role, plus the machine that reads figures and the query service's own client. Their secrets are random
 * and live in {@link SecretFiles}.
 *
 * @param offices per role, the offices of its accounts; a role left out has all
 * @param events per role, the events that its accounts may read; a role left out has the usual ones
 */
record EmbeddedAccounts(
        SecretFiles files,
        PasswordEncoder encoder,
        Map<String, List<String>> offices,
        Map<String, List<String>> events) {
    static final String QUERY_CLIENT = "dovira-query";
    private static final String MACHINE = "dovira-";
    private static final String ROLE = "io.dovira.role";

    UserDetailsService people() {
        List<UserDetails> people = new ArrayList<>();
        for (String role : Roles.ALL) {
            people.add(User.withUsername(role)
                    .password(encoder.encode(files.secret("users/" + role)))
                    .authorities(authorities(role))
                    .build());
        }
        return new InMemoryUserDetailsManager(people);
    }

    RegisteredClientRepository machines(URI query, URI own, Duration tokenLife) {
        List<RegisteredClient> machines = new ArrayList<>();
        for (String role : Roles.ALL) {
            machines.add(machine(role, tokenLife));
        }
        machines.add(machine(Roles.METRICS, tokenLife));
        machines.add(client(QUERY_CLIENT)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(query + "/login/oauth2/code/main")
                .postLogoutRedirectUri(own + "/signed-out")
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .build());
        return new InMemoryRegisteredClientRepository(machines);
    }

    /** What a machine account may do; none for the client of a service, which acts for people. */
    Collection<GrantedAuthority> authorities(RegisteredClient client) {
        return client.getClientSettings().getSetting(ROLE) instanceof String role ? authorities(role) : List.of();
    }

    private Collection<GrantedAuthority> authorities(String role) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        authorities.add(Authorities.role(role));
        List<String> named = offices.get(role);
        if (named == null) {
            authorities.add(Authorities.everyOffice());
        } else {
            named.forEach(office -> authorities.add(Authorities.office(new OfficeId(office))));
        }
        authorities.addAll(Authorities.events(eventsOf(role)));
        return authorities;
    }

    private EventScope eventsOf(String role) {
        List<String> named = events.get(role);
        return named == null ? EventScope.usual(List.of(role)) : EventScope.of(named);
    }

    private RegisteredClient machine(String role, Duration tokenLife) {
        return client(MACHINE + role)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientSettings(ClientSettings.builder().setting(ROLE, role).build())
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(tokenLife).build())
                .build();
    }

    private RegisteredClient.Builder client(String id) {
        // The internal id equals the public one: it must not change between starts.
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(encoder.encode(files.secret("clients/" + id)))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }
}
