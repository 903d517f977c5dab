package io.dovira.access;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The OpenID provider as seen from here: nothing is asked of it before the first sign-in or token, so that this service starts while the
 * provider is down. What was learnt is kept; its keys stay good for a day when it goes away. Thread-safe.
 */
public final class Provider implements JWKSource<SecurityContext> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long OUTAGE = Duration.ofDays(1).toMillis();
    /** Called by this service; everything else in the provider's document is for browsers. */
    private static final List<String> BACK_CHANNEL = List.of("token_endpoint", "jwks_uri", "userinfo_endpoint");

    private final URI issuer;
    private final URI reachedAt;
    private final RestClient http;
    private final ReentrantLock learning = new ReentrantLock();
    private volatile @Nullable Learnt learnt;

    private record Learnt(Map<String, Object> document, JWKSource<SecurityContext> keys) {}

    /** @param backChannel where this service reaches the issuer, when that is not the public address */
    public Provider(URI issuer, @Nullable URI backChannel) {
        this.issuer = issuer;
        this.reachedAt = backChannel == null ? issuer : backChannel;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    public URI issuer() {
        return issuer;
    }

    /**
     * The provider's OpenID configuration, with the addresses that this service calls moved to the back channel.
     *
     * @throws RestClientException when the provider does not answer; asked again the next time
     */
    public Map<String, Object> document() {
        return learn().document();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            return learn().keys().get(selector, context);
        } catch (RestClientException | IllegalStateException e) {
            throw new KeySourceException("the identity provider cannot be asked for its keys", e);
        }
    }

    private Learnt learn() {
        Learnt known = learnt;
        if (known != null) {
            return known;
        }
        learning.lock();
        try {
            known = learnt;
            if (known == null) {
                Map<String, Object> document = moved(fetch());
                known = new Learnt(document, keysAt(String.valueOf(document.get("jwks_uri"))));
                learnt = known;
            }
            return known;
        } finally {
            learning.unlock();
        }
    }

    private Map<String, Object> fetch() {
        Map<String, Object> document = http.get()
                .uri(reachedAt + "/.well-known/openid-configuration")
                .retrieve()
                .body(new ParameterizedTypeReference<>() {});
        if (document == null || !issuer.toString().equals(document.get("issuer"))) {
            throw new IllegalStateException("the provider at " + reachedAt + " does not call itself " + issuer);
        }
        return document;
    }

    private Map<String, Object> moved(Map<String, Object> document) {
        Map<String, Object> moved = new HashMap<>(document);
        for (String name : BACK_CHANNEL) {
            if (moved.get(name) instanceof String address && address.startsWith(issuer.toString())) {
                moved.put(name, reachedAt + address.substring(issuer.toString().length()));
            }
        }
        return moved;
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
