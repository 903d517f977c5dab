package io.dovira.query.identity;

import io.dovira.access.Claims;
import io.dovira.pages.OwnClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where accounts come from.
 *
 * @param issuer the OpenID provider; when absent the command service ({@code dovira.command-url})
 * @param backChannel base address under which this service reaches the issuer, when that is not the public one
 * @param clientId this service's client at the provider
 * @param clientSecret secret of that client
 * @param clientSecretFile file that holds it instead; when both are absent, the one that an embedded provider on the same {@code
 *     dovira.data} made
 * @param audience the {@code aud} an access token must carry; empty accepts any
 * @param rolesClaim claim, or dotted path of claims, with the roles; Keycloak's is {@code realm_access.roles}
 * @param officesClaim the same for the offices; a token without it is for every office
 * @param eventsClaim the same for the events of the log that may be read; without it auditors and admins read all, others how offices work
 */
@ConfigurationProperties("dovira.identity")
record IdentityProperties(
        @Nullable URI issuer,
        @Nullable URI backChannel,
        @DefaultValue("dovira-query") String clientId,
        @Nullable String clientSecret,
        @Nullable Path clientSecretFile,
        @DefaultValue("dovira") String audience,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("offices") String officesClaim,
        @DefaultValue("events") String eventsClaim) {

    Claims claims() {
        return new Claims(rolesClaim, officesClaim, eventsClaim);
    }

    /** @param data of an embedded provider, where it keeps the secrets that it made */
    Supplier<String> secret(Path data) {
        return OwnClient.secret(
                clientSecret,
                clientSecretFile == null ? data.resolve("identity/clients").resolve(clientId) : clientSecretFile);
    }
}
