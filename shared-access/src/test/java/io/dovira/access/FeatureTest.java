package io.dovira.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.catalogue.Facts;
import org.junit.jupiter.api.Test;

class FeatureTest {

    @Test
    void everyFactIsOfOne() {
        assertThat(Facts.all())
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(Feature.of(Facts.nameOf(fact)))
                        .as(fact.getName())
                        .isPresent());
    }

    @Test
    void whatANewerVersionWroteIsOfNone() {
        assertThat(Feature.of("weather.rain-fell")).isEmpty();
        assertThat(Feature.of("weather")).isEmpty();
    }

    @Test
    void workingOnItIsEnoughToSeeASingleOne() {
        assertThat(Feature.VISITS.readers()).doesNotContain(Roles.CLERK);
        assertThat(Feature.VISITS.concerned())
                .contains(Roles.CLERK, Roles.QUALITY)
                .doesNotHaveDuplicates();
        assertThat(Feature.APPEALS.concerned()).doesNotContain(Roles.INTEGRATOR, Roles.CUSTODY);
    }
}
