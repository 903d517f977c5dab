package io.dovira.pages;

import io.dovira.access.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/** This service as a client of the provider; put together at each sign-in, so that neither need be there at the start. */
record OwnClient(Provider provider, IdentityProperties properties, URI own, Path data) {
    static final String ID = "main";

    @Nullable
    ClientRegistration registration(String id) {
        if (!ID.equals(id)) {
            return null;
        }
        return ClientRegistrations.fromOidcConfiguration(provider.document())
                .registrationId(ID)
                .clientId(properties.clientId())
                .clientSecret(secret())
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

    private String secret() {
        String given = properties.clientSecret();
        if (given != null) {
            return given;
        }
        Path named = properties.clientSecretFile();
        Path file = named == null ? data.resolve("identity/clients").resolve(properties.clientId()) : named;
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("no secret for client " + properties.clientId() + " in " + file, e);
        }
    }
}
