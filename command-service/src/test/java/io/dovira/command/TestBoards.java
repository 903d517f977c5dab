package io.dovira.command;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Tells the service under test that the boards are {@link FixtureBoards}. */
@TestConfiguration(proxyBeanMethods = false)
class TestBoards {

    @Bean
    FixtureBoards fixtureBoards() {
        return new FixtureBoards();
    }

    @Bean
    DynamicPropertyRegistrar whereTheBoardsAre(FixtureBoards boards) {
        return registry -> registry.add("dovira.query-url", boards::address);
    }
}
