package io.dovira.query.community;

import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Projections;
import io.dovira.query.platform.Views;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The communities: their fold and their reader. */
@Configuration(proxyBeanMethods = false)
class CommunityConfiguration {

    @Bean
    Fold communityFold() {
        return new CommunityFold();
    }

    @Bean
    Communities communities(@Qualifier("communityFold") Fold fold, Projections projections, Views views) {
        return new Communities(fold, projections, views);
    }
}
