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
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.web.util.UriComponentsBuilder;

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
        answer("/realms/dovira/.well-known/openid-configuration", () -> """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
                 "end_session_endpoint": "%1$s/out", "subject_types_supported": ["public"], "response_types_supported": ["code"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer));
        answer("/realms/dovira/keys", () -> new JWKSet(key.toPublicJWK()).toString());
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
            assertThat(page.statusCode()).isEqualTo(302);
            assertThat(location(page)).isEqualTo("/oauth2/authorization/main");
            assertThat(data.resolve("identity")).doesNotExist();
        }
    }

    /** A session of a person opens what a token of that person would; what changes something needs the form token of a page as well. */
    @Test
    void signsAPersonInAtTheProvider() throws Exception {
        Path secret = Files.writeString(data.resolve("client"), "s3cret\n");
        try (ConfigurableApplicationContext service = production(
                        "false",
                        "--dovira.identity.issuer=" + issuer,
                        "--dovira.identity.client-secret-file=" + secret);
                HttpClient browser = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .build()) {
            provider.start();
            String asked = location(get(browser, service, "/oauth2/authorization/main"));
            assertThat(asked)
                    .startsWith(issuer + "/auth?")
                    .contains("client_id=dovira-command", "code_challenge_method=S256")
                    .contains("redirect_uri=http://localhost:8080/login/oauth2/code/main");
            answer(
                    "/realms/dovira/token",
                    () -> "{\"token_type\": \"Bearer\", \"access_token\": \"%s\", \"id_token\": \"%s\"}"
                            .formatted(
                                    token(key, issuer, "dovira"),
                                    identityToken(key, issuer, parameter(asked, "nonce"))));

            HttpResponse<String> back =
                    get(browser, service, "/login/oauth2/code/main?code=c-1&state=" + parameter(asked, "state"));
            HttpResponse<String> read = get(browser, service, "/api/v1/offices/none");
            HttpResponse<String> forged = browser.send(
                    HttpRequest.newBuilder(address(service, "/api/v1/offices"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(OFFICE))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(back.statusCode()).as(back.body()).isEqualTo(302);
            assertThat(location(back)).doesNotContain("sign-in-failed");
            assertThat(read.body()).contains("urn:dovira:problem:office-unknown");
            assertThat(forged.statusCode()).isEqualTo(403);
            assertThat(forged.body()).contains("urn:dovira:problem:form-expired");
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

    private static String identityToken(RSAKey signer, String by, String nonce) {
        Instant now = Instant.now();
        return new NimbusJwtEncoder(new ImmutableJWKSet<SecurityContext>(new JWKSet(signer)))
                .encode(JwtEncoderParameters.from(JwtClaimsSet.builder()
                        .issuer(by)
                        .subject("u-7")
                        .audience(List.of("dovira-command"))
                        .claim("nonce", nonce)
                        .issuedAt(now)
                        .expiresAt(now.plusSeconds(600))
                        .build()))
                .getTokenValue();
    }

    private static String parameter(String address, String name) {
        return String.valueOf(UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .getFirst(name));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static HttpResponse<String> get(HttpClient browser, ConfigurableApplicationContext service, String path)
            throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(address(service, path)).GET().build(), HttpResponse.BodyHandlers.ofString());
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

    private void answer(String path, Supplier<String> json) {
        provider.createContext(path, exchange -> {
            byte[] body = json.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
