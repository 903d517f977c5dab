package io.dovira.command.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import com.sun.net.httpserver.HttpServer;
import io.dovira.command.CommandServiceApplication;
import io.dovira.embedded.EmbeddedMongo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** The service as production runs it: another party signs the tokens, here an HTTP server with the two documents that a provider has. */
class ExternalProviderIT {
    private static final String OFFICE =
            "{\"office\": \"external\", \"name\": {\"en\": \"x\"}, \"organisation\": \"police\","
                    + " \"organisationName\": {\"en\": \"x\"}, \"region\": \"lviv\", \"regionName\": {\"en\": \"x\"}, \"timeZone\": \"Europe/Kyiv\"}";

    @TempDir
    private Path data;

    private EmbeddedMongo mongo;
    private HttpServer provider;
    private RSAKey key;
    private String issuer;

    @BeforeEach
    void startTheOthers() throws Exception {
        mongo = EmbeddedMongo.start(0, null);
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + provider.getAddress().getPort() + "/realms/dovira";
        answer(
                "/realms/dovira/.well-known/openid-configuration",
                "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(issuer, issuer));
        answer("/realms/dovira/keys", new JWKSet(key.toPublicJWK()).toString());
    }

    @AfterEach
    void stopThem() {
        provider.stop(0);
        mongo.close();
    }

    @Test
    void acceptsTheTokensOfTheProviderOnceThatAnswers() throws Exception {
        try (ConfigurableApplicationContext service = production("false", "--dovira.identity.issuer=" + issuer)) {
            HttpResponse<String> whileDown = register(service, token(key, issuer, "dovira"));
            assertThat(whileDown.statusCode()).as(whileDown.body()).isEqualTo(503);
            assertThat(whileDown.body()).contains("urn:dovira:problem:identity-provider-unreachable");

            provider.start();

            assertThat(register(service, token(key, issuer, "dovira")).statusCode())
                    .isEqualTo(201);
            RSAKey stranger = new RSAKeyGenerator(2048).keyID("k1").generate();
            for (String bad : List.of(
                    token(stranger, issuer, "dovira"),
                    token(key, "http://127.0.0.1:1/realms/other", "dovira"),
                    token(key, issuer, "another-application"))) {
                HttpResponse<String> refused = register(service, bad);
                assertThat(refused.statusCode()).isEqualTo(401);
                assertThat(refused.body()).contains("urn:dovira:problem:sign-in-required");
            }
        }
    }

    @Test
    void hasNoLoginAndNoTokensOfItsOwn() throws Exception {
        try (ConfigurableApplicationContext service = production("false", "--dovira.identity.issuer=" + issuer)) {
            for (String path : List.of("/oauth2/token", "/login", "/.well-known/openid-configuration")) {
                HttpResponse<String> answer =
                        send(HttpRequest.newBuilder(address(service, path)).GET());
                assertThat(answer.statusCode()).as(path).isIn(401, 404);
            }
            HttpResponse<String> page = send(HttpRequest.newBuilder(address(service, "/desk"))
                    .header("Accept", "text/html")
                    .GET());
            assertThat(page.statusCode()).isEqualTo(401);
            assertThat(data.resolve("identity")).doesNotExist();
        }
    }

    @Test
    void doesNotStartInProductionWithTheEmbeddedProvider() {
        assertThatThrownBy(() -> production("true").close())
                .hasRootCauseMessage("The embedded identity provider is not for production: set"
                        + " dovira.identity.embedded=false and dovira.identity.issuer");
    }

    @Test
    void doesNotStartWithoutAnIssuer() {
        assertThatThrownBy(() -> production("false").close())
                .hasRootCauseMessage("dovira.identity.embedded=false needs dovira.identity.issuer");
    }

    private ConfigurableApplicationContext production(String embedded, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.profiles.active=production",
                "--dovira.identity.embedded=" + embedded,
                "--dovira.identity.roles-claim=realm_access.roles",
                "--dovira.mongodb.uri=" + mongo.uri(),
                "--dovira.data=" + data));
        arguments.addAll(List.of(more));
        return new SpringApplicationBuilder(CommandServiceApplication.class).run(arguments.toArray(String[]::new));
    }

    private static String token(RSAKey signer, String by, String audience) {
        Instant now = Instant.now();
        return new NimbusJwtEncoder(new ImmutableJWKSet<SecurityContext>(new JWKSet(signer)))
                .encode(JwtEncoderParameters.from(JwtClaimsSet.builder()
                        .issuer(by)
                        .subject("u-7")
                        .audience(List.of(audience))
                        .claim("realm_access", Map.of("roles", List.of("admin", "offline_access")))
                        .issuedAt(now)
                        .expiresAt(now.plusSeconds(600))
                        .build()))
                .getTokenValue();
    }

    private static HttpResponse<String> register(ConfigurableApplicationContext service, String token)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(service, "/api/v1/offices"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(OFFICE)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static URI address(ConfigurableApplicationContext service, String path) {
        return URI.create(
                "http://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    private void answer(String path, String json) {
        provider.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
