package io.dovira.command.identity;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The language of pages: {@code ?lang=}, else the cookie that the boards set too, else what the browser asks for, else English. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.of("uk"));

    @Bean
    @ConditionalOnMissingBean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver browser = new AcceptHeaderLocaleResolver();
        browser.setSupportedLocales(SPOKEN);
        browser.setDefaultLocale(Locale.ENGLISH);
        CookieLocaleResolver remembered = new CookieLocaleResolver("dovira-lang");
        remembered.setDefaultLocaleFunction(browser::resolveLocale);
        remembered.setCookieMaxAge(Duration.ofDays(365));
        remembered.setCookieSameSite("Lax");
        remembered.setRejectInvalidCookies(false);
        return remembered;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor asked = new LocaleChangeInterceptor();
        asked.setParamName("lang");
        asked.setIgnoreInvalidLocale(true);
        registry.addInterceptor(asked);
    }
}
