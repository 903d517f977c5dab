package io.dovira.command.identity;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.dovira.access.AccessTokens;
import io.dovira.access.Authorities;
import io.dovira.pages.SignIn;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * The OpenID provider inside this service: the default of {@code ./run}, so that a newcomer signs in the way production does. It keeps
 * sign-ins in memory and has one account per role, hence it refuses to start when the profile {@code production} is active.
 *
 * <p>Tokens outlive a restart because the key does; sessions at the login page do not.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "dovira.identity.embedded", havingValue = "true", matchIfMissing = true)
class EmbeddedProvider {
    private final IdentityProperties properties;
    private final URI issuer;

    EmbeddedProvider(
            IdentityProperties properties,
            Environment environment,
            @Value("${dovira.command-url:http://localhost:8080}") URI issuer) {
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new IllegalStateException("The embedded identity provider is not for production: set"
                    + " dovira.identity.embedded=false and dovira.identity.issuer");
        }
        this.properties = properties;
        this.issuer = issuer;
    }

    @Bean
    EmbeddedAccounts embeddedAccounts(SecretFiles secretFiles, PasswordEncoder encoder) {
        return new EmbeddedAccounts(secretFiles, encoder, properties.offices(), properties.events());
    }

    @Bean
    SecretFiles secretFiles(@Value("${dovira.data:./data}") Path data) {
        return new SecretFiles(data.resolve("identity"));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new RandomSecretEncoder();
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(SecretFiles secretFiles) {
        return new ImmutableJWKSet<>(SigningKey.in(secretFiles));
    }

    @Bean
    UserDetailsService people(EmbeddedAccounts accounts) {
        return accounts.people();
    }

    @Bean
    RegisteredClientRepository machines(
            EmbeddedAccounts accounts, @Value("${dovira.query-url:http://localhost:8081}") URI query) {
        return accounts.machines(query, issuer, properties.tokenLife());
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder().issuer(issuer.toString()).build();
    }

    /** Verifies with the key at hand; this service never calls itself. */
    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> signingKeys) {
        return AccessTokens.decoder(signingKeys, issuer, properties.audience());
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> rolesOfficesAndEvents(EmbeddedAccounts accounts) {
        return token -> {
            Collection<? extends GrantedAuthority> authorities = authorities(token, accounts);
            token.getClaims()
                    .claim("roles", names(authorities, Authorities.ROLE))
                    .claim("offices", names(authorities, Authorities.OFFICE))
                    .claim("events", names(authorities, Authorities.EVENT));
            // An identity token speaks to one client only and must not open interfaces.
            if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
                token.getClaims().audience(List.of(properties.audience()));
            }
        };
    }

    @Bean
    @Order(1)
    SecurityFilterChain providerEndpoints(HttpSecurity http) throws Exception {
        http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(withDefaults());
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(failed -> failed.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
        return http.build();
    }

    @Bean
    SignIn loginForm(@Value("${dovira.query-url:http://localhost:8081}") URI boards) {
        return new LoginForm(boards);
    }

    private static Collection<? extends GrantedAuthority> authorities(
            JwtEncodingContext token, EmbeddedAccounts accounts) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(token.getAuthorizationGrantType())) {
            return accounts.authorities(token.getRegisteredClient());
        }
        Authentication person = token.getPrincipal();
        return person == null ? List.of() : person.getAuthorities();
    }

    private static List<String> names(Collection<? extends GrantedAuthority> authorities, String prefix) {
        return authorities.stream()
                .map(authority -> String.valueOf(authority.getAuthority()))
                .filter(authority -> authority.startsWith(prefix))
                .map(authority -> authority.substring(prefix.length()))
                .sorted()
                .toList();
    }
}
