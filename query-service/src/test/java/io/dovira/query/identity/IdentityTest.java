package io.dovira.query.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dovira.access.Authorities;
import io.dovira.access.Caller;
import io.dovira.events.OfficeId;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

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
        // Port 1 answers nobody.
        properties.add("dovira.command-url", () -> "http://localhost:1");
    }

    @Nested
    class WithoutSignIn {
        @Test
        void refusesInterfacesWithAProblem() throws Exception {
            http.perform(post("/api/v1/projections/live/rebuild"))
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
        void leadsBrowsersToTheProvider() throws Exception {
            http.perform(get("/offices/a").accept(MediaType.TEXT_HTML, MediaType.ALL))
                    .andExpect(status().isFound())
                    .andExpect(redirectedUrl("/oauth2/authorization/main"));
        }

        @Test
        void bringsBrowsersToThePublicAddressFirst() throws Exception {
            http.perform(get("http://127.0.0.1:8081/offices/a?x=1").accept(MediaType.TEXT_HTML))
                    .andExpect(redirectedUrl("http://localhost:8081/offices/a?x=1"));
        }

        @Test
        void saysThatTheProviderIsDown() throws Exception {
            http.perform(get("/oauth2/authorization/main").accept(MediaType.TEXT_HTML))
                    .andExpect(status().isServiceUnavailable());
            http.perform(get("/api/v1/whoami").header("Authorization", TestIssuer.bearer("clerk")))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(header().exists("Retry-After"))
                    .andExpect(jsonPath("$.type").value("urn:dovira:problem:identity-provider-unreachable"));
        }

        @Test
        void leavesTheIntegrityFilesOpen() throws Exception {
            http.perform(get("/checkpoint")).andExpect(status().isNotFound());
            http.perform(get("/tile/0/000")).andExpect(status().isNotFound());
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
            http.perform(get("/api/v1/events")
                            .with(jwt().authorities(Authorities.role("manager"), Authorities.everyOffice())))
                    .andExpect(status().isForbidden())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.type").value("urn:dovira:problem:role-required"));
        }

        /** They hold what a fact says, as far as it broke something. */
        @Test
        void showsDeadLettersToWhomLooksAfterTheService() throws Exception {
            http.perform(get("/api/v1/projections/live/dead-letters")
                            .with(jwt().authorities(Authorities.role("integrator"), Authorities.everyOffice())))
                    .andExpect(status().isForbidden());
        }

        @Test
        void refusesAnOfficeOutsideTheScope() throws Exception {
            var clerkOfA = jwt().authorities(Authorities.role("clerk"), Authorities.office(new OfficeId("office-a")));
            http.perform(get("/api/v1/live/offices/office-a").with(clerkOfA)).andExpect(status().isOk());
            http.perform(get("/api/v1/live/offices/office-b").with(clerkOfA))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.type").value("urn:dovira:problem:office-outside-scope"));
        }

        @Test
        void refusesAFormThatAnotherSiteSentWithTheCookie() throws Exception {
            http.perform(post("/api/v1/projections/live/rebuild")
                            .with(user("admin").roles("admin")))
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

    /** A test component, so that a whole service that another test starts does not find it. */
    @TestComponent
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
                "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration"
            })
    @Import({IdentityConfiguration.class, Probe.class})
    static class OnlyIdentity {}

    @TestComponent
    @RestController
    static class Probe {
        @GetMapping("/api/v1/whoami")
        String whoami(Caller caller) {
            return caller.actor() + " " + caller.role() + " " + caller.offices().named();
        }

        @GetMapping("/api/v1/live/offices/{office}")
        void show(@PathVariable String office, Caller caller) {
            caller.offices().require(new OfficeId(office));
        }
    }
}
