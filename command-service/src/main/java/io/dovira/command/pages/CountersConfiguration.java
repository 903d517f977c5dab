package io.dovira.command.pages;

import io.dovira.pages.PagesConfiguration;
import io.dovira.pages.Site;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages that do, beside those of the query service that show. */
@Configuration(proxyBeanMethods = false)
@Import(PagesConfiguration.class)
class CountersConfiguration {

    @Bean
    Site site(
            @Value("${dovira.command-url:http://localhost:8080}") URI command,
            @Value("${dovira.query-url:http://localhost:8081}") URI query) {
        return new Site(Site.Service.COMMAND, command, query);
    }
}
