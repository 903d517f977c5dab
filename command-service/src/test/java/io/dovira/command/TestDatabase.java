package io.dovira.command;

import io.dovira.embedded.EmbeddedMongo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * Gives a {@code @SpringBootTest} databases of its own: {@code @Import(TestDatabase.class)}. They live in an embedded server, over the wire, or
 * in the MongoDB that {@value #URI_VARIABLE} names.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import(TestBoards.class)
public class TestDatabase {
    public static final String URI_VARIABLE = "DOVIRA_TEST_MONGODB_URI";

    @Bean(destroyMethod = "close")
    Server testMongoServer() {
        String external = System.getenv(URI_VARIABLE);
        return external == null || external.isBlank()
                ? new Server(EmbeddedMongo.start(0, null), null)
                : new Server(null, external);
    }

    @Bean
    DynamicPropertyRegistrar testMongoProperties(Server server) {
        String name = "dovira_test_" + UUID.randomUUID().toString().replace("-", "");
        return registry -> {
            registry.add("dovira.mongodb.uri", server::uri);
            registry.add("dovira.mongodb.log-database", () -> name + "_log");
            registry.add("dovira.mongodb.command-database", () -> name + "_command");
        };
    }

    record Server(
            @Nullable EmbeddedMongo embedded, @Nullable String external) implements AutoCloseable {
        String uri() {
            return embedded != null ? embedded.uri() : String.valueOf(external);
        }

        @Override
        public void close() {
            if (embedded != null) {
                embedded.close();
            }
        }
    }
}
