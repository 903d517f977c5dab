package io.dovira.query.pages;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * The pages over staged answers: no log, no database, no sign-in. For work on a page ({@code main}, port 8099, scripts and styles
 * are read from the source trees at every request), and for tests of moments that a real service does not show on demand: silence, 1,500
 * offices, a late entry.
 */
@TestConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    JettyServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    ThymeleafAutoConfiguration.class
})
@Import({
    BoardsConfiguration.class,
    BoardPage.class,
    InteractionsPage.class,
    FootagePage.class,
    CommunityPage.class,
    EstimatesPage.class,
    FeedbackPage.class,
    ComparePage.class,
    IntegrityPage.class,
    CustodyPage.class,
    ObligationsPage.class,
    OperationsPage.class,
    FixtureEndpoints.class,
    FixtureFootage.class,
    FixtureCustody.class,
    FixtureCommunity.class,
    FixtureEstimates.class,
    FixtureFeedback.class,
    FixtureCompare.class,
    FixtureIntegrity.class,
    FixtureInteractions.class,
    FixtureObligations.class,
    FixtureProjections.class,
    FixtureUser.class
})
class FixtureServer {

    public static void main(String[] args) {
        start(
                8099,
                "--spring.thymeleaf.cache=false",
                "--spring.web.resources.static-locations=file:src/main/resources/static/,"
                        + "file:../shared-pages/src/main/resources/static/,classpath:/META-INF/resources/",
                "--spring.web.resources.chain.cache=false",
                "--spring.web.resources.chain.strategy.content.enabled=false",
                "--spring.web.resources.cache.cachecontrol.no-store=true",
                "--spring.messages.cache-duration=0s");
    }

    /** Starts it; port 0 takes a free one. Close the context to stop it. */
    static ConfigurableApplicationContext start(int port, String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "--server.port=" + port;
        // The real service's file names a database; here there is none.
        arguments[1] = "--spring.config.name=fixture";
        arguments[2] = "--spring.threads.virtual.enabled=true";
        System.arraycopy(more, 0, arguments, 3, more.length);
        return SpringApplication.run(FixtureServer.class, arguments);
    }
}
