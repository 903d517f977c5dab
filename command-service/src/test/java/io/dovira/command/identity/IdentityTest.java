package io.dovira.command.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.dovira.access.Authorities;
import io.dovira.access.Caller;
import io.dovira.events.OfficeId;
import io.dovira.pages.PagesConfiguration;
import io.dovira.pages.Site;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Extended once more by itself: so the whole service, where that is tested, knows this for a test and leaves out the parts below. */
@ExtendWith(SpringExtension.class)
@SpringBootTest(classes = IdentityTest.OnlyIdentity.class)
@AutoConfigureMockMvc
class IdentityTest {
    @TempDir
    static Path data;

    @Autowired
    MockMvc http;

    @DynamicPropertySource
    static void keepsSecretsApart(DynamicPropertyRegistry properties) {
        properties.add("dovira.data", data::toString);
        properties.add("dovira.identity.offices.clerk", () -> "office-a");
        properties.add("dovira.identity.events.quality", () -> "visit.*,custody.person-released");
    }

    @Nested
    class WithoutSignIn {
        @Test
        void refusesInterfacesWithAProblem() throws Exception {
            http.perform(post("/api/v1/visits/office-a"))
                    .andExpect(status().isUnauthorized())
                    .andExpect(jsonPath("$.type").value("urn:dovira:problem:sign-in-required"));
            http.perform(get("/api/v1/whoami").accept(MediaType.ALL))
                    .andExpect(status().isUnauthorized())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(header().exists("WWW-Authenticate"))
                    .andExpect(jsonPath("$.type").value("urn:dovira:problem:sign-in-required"))
                    .andExpect(jsonPath("$.instance").value("/api/v1/whoami"));
        }

        @Test
        void leadsBrowsersToTheLoginPage() throws Exception {
            http.perform(get("/desk").accept(MediaType.TEXT_HTML, MediaType.ALL))
                    .andExpect(status().isFound())
                    .andExpect(redirectedUrl("/login"));
        }

        @Test
        void leavesTheKioskAndTheTicketOpen() throws Exception {
            http.perform(get("/kiosk/office-a")).andExpect(status().isNotFound());
            http.perform(get("/ticket/A042")).andExpect(status().isNotFound());
            http.perform(post("/kiosk/office-a/ratings")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{}"))
                    .andExpect(status().isNotFound());
        }
    }

    @Nested
    class TheLoginPage {
        @Test
        void speaksTheLanguageOfTheBrowser() throws Exception {
            http.perform(get("/login").accept(MediaType.TEXT_HTML).header("Accept-Language", "uk,en;q=0.5"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("<html lang=\"uk\"")))
                    .andExpect(content().string(containsString("Увійти")));
            http.perform(get("/login").accept(MediaType.TEXT_HTML).header("Accept-Language", "fr"))
                    .andExpect(content().string(containsString("Password")));
        }

        @Test
        void remembersTheLanguageChosenOnTheBoards() throws Exception {
            http.perform(get("/login").accept(MediaType.TEXT_HTML).cookie(new Cookie("dovira-lang", "uk")))
                    .andExpect(content().string(containsString("Пароль")));
        }

        @Test
        void mayLoadNothingFromElsewhere() throws Exception {
            http.perform(get("/login").accept(MediaType.TEXT_HTML))
                    .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                    .andExpect(header().string(
                                    "Content-Security-Policy",
                                    containsString("form-action 'self' http://localhost:8081;")));
        }
    }

    @Nested
    class TheProvider {
        @Test
        void describesItself() throws Exception {
            http.perform(get("/.well-known/openid-configuration"))
                    .andExpect(jsonPath("$.issuer").value("http://localhost:8080"))
                    .andExpect(jsonPath("$.token_endpoint").value("http://localhost:8080/oauth2/token"))
                    .andExpect(jsonPath("$.end_session_endpoint").value("http://localhost:8080/connect/logout"));
        }

        @Test
        void givesAMachineATokenThatOpensTheInterfaces() throws Exception {
            String token = read(machineToken("dovira-manager", secret("clients/dovira-manager")), "$.access_token");

            http.perform(get("/api/v1/whoami").header("Authorization", "Bearer " + token))
                    .andExpect(content().string("dovira-manager manager []"));
            http.perform(get("/api/v1/whoami")
                            .header(
                                    "Authorization",
                                    "Bearer " + token.substring(0, token.lastIndexOf('.')) + ".c2lnbmF0dXJl"))
                    .andExpect(status().isUnauthorized());
        }

        @Test
        void limitsTheAccountsOfARoleToTheOfficesNamedForIt() throws Exception {
            String token = read(machineToken("dovira-clerk", secret("clients/dovira-clerk")), "$.access_token");

            http.perform(post("/api/v1/visits/office-a").header("Authorization", "Bearer " + token))
                    .andExpect(status().isOk());
            http.perform(post("/api/v1/visits/office-b").header("Authorization", "Bearer " + token))
                    .andExpect(status().isForbidden());
        }

        /** Of an integrator of whom nothing is said the token says itself that it is not for everything. */
        @Test
        void limitsTheEventsOfAccounts() throws Exception {
            assertThat(events("integrator")).contains("visit.*").doesNotContain("*", "custody.*", "appeal.*");
            assertThat(events("auditor")).containsExactly("*");
            assertThat(events("quality")).containsExactly("custody.person-released", "visit.*");
        }

        private List<String> events(String role) throws Exception {
            String token = read(machineToken("dovira-" + role, secret("clients/dovira-" + role)), "$.access_token");
            return JsonPath.read(
                    new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8),
                    "$.events");
        }

        @Test
        void refusesAWrongSecret() throws Exception {
            http.perform(post("/oauth2/token")
                            .param("grant_type", "client_credentials")
                            .with(httpBasic("dovira-admin", secret("clients/dovira-clerk"))))
                    .andExpect(status().isUnauthorized());
        }

        @Test
        void signsAPersonInForTheBoardsAndNotForInterfaces() throws Exception {
            MockHttpSession session = new MockHttpSession();
            http.perform(post("/login")
                            .session(session)
                            .with(csrf())
                            .param("username", "quality")
                            .param("password", secret("users/quality")))
                    .andExpect(redirectedUrl("http://localhost:8081/"));
            String back = String.valueOf(http.perform(get("/oauth2/authorize")
                            .session(session)
                            .accept(MediaType.TEXT_HTML)
                            .queryParam("response_type", "code")
                            .queryParam("client_id", "dovira-query")
                            .queryParam("scope", "openid")
                            .queryParam("redirect_uri", "http://localhost:8081/login/oauth2/code/main")
                            .queryParam(
                                    "code_challenge", challenge("verifier-of-at-least-43-characters-as-rfc-7636-asks"))
                            .queryParam("code_challenge_method", "S256"))
                    .andReturn()
                    .getResponse()
                    .getRedirectedUrl());
            MvcResult tokens = http.perform(post("/oauth2/token")
                            .param("grant_type", "authorization_code")
                            .param("code", back.substring(back.indexOf("code=") + 5))
                            .param("redirect_uri", "http://localhost:8081/login/oauth2/code/main")
                            .param("code_verifier", "verifier-of-at-least-43-characters-as-rfc-7636-asks")
                            .with(httpBasic("dovira-query", secret("clients/dovira-query"))))
                    .andExpect(status().isOk())
                    .andReturn();

            http.perform(get("/api/v1/whoami").header("Authorization", "Bearer " + read(tokens, "$.access_token")))
                    .andExpect(content().string("quality quality []"));
            http.perform(get("/api/v1/whoami").header("Authorization", "Bearer " + read(tokens, "$.id_token")))
                    .andExpect(status().isUnauthorized());
        }

        /** Several people use a desk: whoever leaves it has left the boards too, from wherever the sign-out began. */
        @Test
        void signsOutOfBothServices() throws Exception {
            MockHttpSession session = new MockHttpSession();
            http.perform(post("/login")
                    .session(session)
                    .with(csrf())
                    .param("username", "clerk")
                    .param("password", secret("users/clerk")));
            http.perform(get("/api/v1/whoami").session(session)).andExpect(status().isOk());

            http.perform(get("/signed-out").session(session).accept(MediaType.TEXT_HTML))
                    .andExpect(content().string(containsString("You are signed out")))
                    .andExpect(header().string(
                                    "Content-Security-Policy",
                                    containsString("form-action 'self' http://localhost:8080 http://localhost:8081;")));
            http.perform(get("/api/v1/whoami").session(session)).andExpect(status().isUnauthorized());

            http.perform(post("/logout").with(csrf()).with(user("clerk").roles("clerk")))
                    .andExpect(redirectedUrl("http://localhost:8081/signed-out"));
        }

        @Test
        void refusesAWrongPassword() throws Exception {
            http.perform(post("/login").with(csrf()).param("username", "admin").param("password", "admin"))
                    .andExpect(redirectedUrl("/login?error"));
        }

        @Test
        void refusesAFormThatAnotherSiteSent() throws Exception {
            http.perform(post("/login").param("username", "admin").param("password", secret("users/admin")))
                    .andExpect(status().isForbidden());
        }

        private MvcResult machineToken(String client, String secret) throws Exception {
            return http.perform(post("/oauth2/token")
                            .param("grant_type", "client_credentials")
                            .with(httpBasic(client, secret)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.expires_in", lessThanOrEqualTo(3600)))
                    .andReturn();
        }

        private String secret(String name) {
            return new SecretFiles(data.resolve("identity")).secret(name);
        }

        private static String read(MvcResult result, String path) throws Exception {
            return JsonPath.read(result.getResponse().getContentAsString(), path);
        }

        private static String challenge(String verifier) throws Exception {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        }
    }

    @Nested
    class WithARole {
        @Test
        void tellsTheControllerWhoAsks() throws Exception {
            http.perform(get("/api/v1/whoami")
                            .with(jwt().jwt(token -> token.subject("u-1"))
                                    .authorities(
                                            Authorities.role("quality"), Authorities.office(new OfficeId("office-a")))))
                    .andExpect(status().isOk())
                    .andExpect(content().string("u-1 quality [office-a]"));
        }

        @Test
        void refusesWhatTheRoleMayNotDo() throws Exception {
            http.perform(post("/api/v1/visits/office-a")
                            .with(jwt().authorities(Authorities.role("auditor"), Authorities.everyOffice())))
                    .andExpect(status().isForbidden())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.type").value("urn:dovira:problem:role-required"));
        }

        @Test
        void refusesAnOfficeOutsideTheScope() throws Exception {
            var clerkOfA = jwt().authorities(Authorities.role("clerk"), Authorities.office(new OfficeId("office-a")));
            http.perform(post("/api/v1/visits/office-a").with(clerkOfA)).andExpect(status().isOk());
            http.perform(post("/api/v1/visits/office-b").with(clerkOfA))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.type").value("urn:dovira:problem:office-outside-scope"));
        }

        @Test
        void refusesAFormThatAnotherSiteSentWithTheCookie() throws Exception {
            http.perform(post("/api/v1/visits/office-a").with(user("admin").roles("admin")))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.type").value("urn:dovira:problem:form-expired"));
        }

        @Test
        void keepsUnlistedCommandsForAdministrators() throws Exception {
            http.perform(post("/api/v1/new-and-forgotten")
                            .with(jwt().authorities(Authorities.role("manager"), Authorities.everyOffice())))
                    .andExpect(status().isForbidden());
        }

        @Test
        void lacksEverythingWithoutARoleOfOurs() throws Exception {
            http.perform(get("/api/v1/whoami").with(jwt().authorities(Authorities.everyOffice())))
                    .andExpect(status().isForbidden());
        }

        @Test
        void opensFiguresOfTheProcessToTheScraperOnly() throws Exception {
            http.perform(get("/actuator/prometheus").with(jwt().authorities(Authorities.role("clerk"))))
                    .andExpect(status().isForbidden());
            http.perform(get("/api/v1/whoami").with(jwt().authorities(Authorities.role("metrics"))))
                    .andExpect(status().isForbidden());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
                "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration"
            })
    @Import({IdentityConfiguration.class, EmbeddedProvider.class, LoginPage.class, PagesConfiguration.class, Probe.class
    })
    static class OnlyIdentity {
        @Bean
        Site site() {
            return new Site(
                    Site.Service.COMMAND, URI.create("http://localhost:8080"), URI.create("http://localhost:8081"));
        }
    }

    @RestController
    static class Probe {
        @GetMapping("/api/v1/whoami")
        String whoami(Caller caller) {
            return caller.actor() + " " + caller.role() + " " + caller.offices().named();
        }

        @PostMapping("/api/v1/visits/{office}")
        void act(@PathVariable String office, Caller caller) {
            caller.offices().require(new OfficeId(office));
        }
    }
}
