package io.dovira.command.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The keys of an external provider, found by its OpenID configuration when the first token comes. They stay good for a day when the provider
 * goes away. Thread-safe.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long OUTAGE = Duration.ofDays(1).toMillis();

    private final URI issuer;
    private final URI reachedAt;
    private final RestClient http;
    private final ReentrantLock learning = new ReentrantLock();
    private volatile @Nullable JWKSource<SecurityContext> learnt;

    /** @param backChannel where this service reaches the issuer, when that is not the public address */
    ProviderKeys(URI issuer, @Nullable URI backChannel) {
        this.issuer = issuer;
        this.reachedAt = backChannel == null ? issuer : backChannel;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    URI issuer() {
        return issuer;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            return keys().get(selector, context);
        } catch (RestClientException | IllegalStateException e) {
            throw new KeySourceException("the identity provider cannot be asked for its keys", e);
        }
    }

    private JWKSource<SecurityContext> keys() {
        JWKSource<SecurityContext> known = learnt;
        if (known != null) {
            return known;
        }
        learning.lock();
        try {
            known = learnt;
            if (known == null) {
                known = keysAt(address());
                learnt = known;
            }
            return known;
        } finally {
            learning.unlock();
        }
    }

    private String address() {
        Map<String, Object> document = http.get()
                .uri(reachedAt + "/.well-known/openid-configuration")
                .retrieve()
                .body(new ParameterizedTypeReference<>() {});
        if (document == null || !issuer.toString().equals(document.get("issuer"))) {
            throw new IllegalStateException("the provider at " + reachedAt + " does not call itself " + issuer);
        }
        String address = String.valueOf(document.get("jwks_uri"));
        return address.startsWith(issuer.toString())
                ? reachedAt + address.substring(issuer.toString().length())
                : address;
    }

    private static JWKSource<SecurityContext> keysAt(String address) {
        try {
            return JWKSourceBuilder.create(URI.create(address).toURL())
                    .retrying(true)
                    .outageTolerant(OUTAGE)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("the provider's jwks_uri is not an address: " + address, e);
        }
    }
}
