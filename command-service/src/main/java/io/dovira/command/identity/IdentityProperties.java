package io.dovira.command.identity;

import io.dovira.access.Claims;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where accounts come from.
 *
 * @param embedded whether this service is itself the identity provider, with accounts made at the first start
 * @param issuer the external OpenID provider; not read when embedded
 * @param backChannel base address under which this service reaches the issuer, when that is not the public one
 * @param clientId this service's own client at an external provider, for people who open its pages
 * @param clientSecret secret of that client
 * @param clientSecretFile file that holds it instead
 * @param audience the {@code aud} an access token must carry; empty accepts any
 * @param rolesClaim claim, or dotted path of claims, with the roles; Keycloak's is {@code realm_access.roles}
 * @param officesClaim the same for the offices; a token without it is for every office
 * @param eventsClaim the same for the events of the log that may be read; without it auditors and admins read all, others how offices work
 * @param offices per role, the offices to which the embedded accounts of that role are limited; a role left out is for every office
 * @param events per role, the events that its embedded accounts may read; a role left out has the usual ones
 * @param tokenLife how long tokens of embedded machine accounts hold
 */
@ConfigurationProperties("dovira.identity")
record IdentityProperties(
        @DefaultValue("true") boolean embedded,
        @Nullable URI issuer,
        @Nullable URI backChannel,
        @DefaultValue("dovira-command") String clientId,
        @Nullable String clientSecret,
        @Nullable Path clientSecretFile,
        @DefaultValue("dovira") String audience,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("offices") String officesClaim,
        @DefaultValue("events") String eventsClaim,
        @DefaultValue Map<String, List<String>> offices,
        @DefaultValue Map<String, List<String>> events,
        @DefaultValue("1h") Duration tokenLife) {

    Claims claims() {
        return new Claims(rolesClaim, officesClaim, eventsClaim);
    }
}
