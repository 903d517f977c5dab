package io.dovira.pages;

import io.dovira.access.Claims;
import io.dovira.access.Provider;
import io.dovira.access.WhenProviderIsDown;
import java.net.URI;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/**
 * People sign in at an OpenID provider, of which this service is a client.
 *
 * @param clients has the one of {@link OwnClient}
 * @param own this service's public address
 * @param other public address of the other service: whoever signs out here has signed out there too
 */
public record ProviderSignIn(
        Provider provider,
        ClientRegistrationRepository clients,
        JwtDecoder accessTokens,
        Claims claims,
        URI own,
        URI other)
        implements SignIn {

    @Override
    public AuthenticationEntryPoint entry() {
        return Browsers.signIn(own);
    }

    @Override
    public void addTo(HttpSecurity http) {
        OidcClientInitiatedLogoutSuccessHandler logout = new OidcClientInitiatedLogoutSuccessHandler(clients);
        logout.setPostLogoutRedirectUri(other + SignInPage.SIGNED_OUT);
        http.oauth2Login(login -> login.loginPage(Browsers.SIGN_IN)
                        .userInfoEndpoint(user -> user.oidcUserService(new SignedIn(accessTokens, claims)))
                        .failureHandler(new SimpleUrlAuthenticationFailureHandler(Browsers.SIGN_IN_FAILED)))
                .logout(out -> out.logoutSuccessHandler(logout))
                .addFilterAfter(Browsers.askingProvider(provider), WhenProviderIsDown.class);
    }
}
