package io.dovira.pages;

import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** What pages stand on: language, texts, modules, security policy. The service that imports it has a {@link Site}. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:pages.properties")
@Import({SignInPage.class, TextsEndpoint.class})
public class PagesConfiguration {

    @Bean
    LocaleResolver localeResolver() {
        return new ChosenLanguage();
    }

    @Bean
    Texts texts() {
        return new Texts();
    }

    @Bean
    Modules modules(ResourceUrlProvider mvcResourceUrlProvider, Texts texts) {
        return new Modules(mvcResourceUrlProvider, texts);
    }

    @Bean
    SecurityPolicy securityPolicy(
            @Value("${dovira.identity.issuer:${dovira.command-url:http://localhost:8080}}") URI signIn, Site site) {
        return new SecurityPolicy(signIn, site);
    }

    /** Nobody looks at a span and a timer for each of the security filters, and every request would pay for them. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    PageFailures pageFailures() {
        return new PageFailures();
    }

    @Bean
    WebMvcConfigurer pageShell(ObjectProvider<Modules> modules, SecurityPolicy policy, Site site) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new PageShell(modules.getObject(), policy, site));
            }
        };
    }
}
