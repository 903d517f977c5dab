package io.dovira.pages;

import io.dovira.access.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/**
 * A service as a client of the provider; put together at each sign-in, so that neither need be there at the start.
 *
 * @param secret asked at each sign-in
 * @param own public address of the service
 */
public record OwnClient(Provider provider, String clientId, Supplier<String> secret, URI own) {
    static final String ID = "main";

    /** A secret that was given, or else the content of the file that is named. */
    public static Supplier<String> secret(@Nullable String given, @Nullable Path file) {
        return () -> {
            if (given != null) {
                return given;
            }
            if (file == null) {
                throw new IllegalStateException(
                        "nobody can sign in: set dovira.identity.client-secret-file, or dovira.identity.client-secret");
            }
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new UncheckedIOException("no client secret in " + file, e);
            }
        };
    }

    /** The registration of that id; null if it is not the only one there is. */
    public @Nullable ClientRegistration registration(String id) {
        if (!ID.equals(id)) {
            return null;
        }
        return ClientRegistrations.fromOidcConfiguration(provider.document())
                .registrationId(ID)
                .clientId(clientId)
                .clientSecret(secret.get())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                // Fixed, not taken from the request: a forged Host header cannot lead a code elsewhere.
                .redirectUri(own + "/login/oauth2/code/" + ID)
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }
}
