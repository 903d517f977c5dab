package io.dovira.query.feedback;

import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Projections;
import io.dovira.query.platform.ShareCounter;
import io.dovira.query.platform.Views;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people said: the fold and its reader. */
@Configuration(proxyBeanMethods = false)
class FeedbackConfiguration {

    @Bean
    Fold feedbackFold() {
        return new FeedbackFold();
    }

    @Bean
    Feedback feedback(@Qualifier("feedbackFold") Fold fold, Projections projections, Views views, Clock clock) {
        return new Feedback(fold, projections, views, clock);
    }

    @Bean
    ShareCounter feedbackShares(Feedback feedback) {
        return new FeedbackShares(feedback);
    }
}
