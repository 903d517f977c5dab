package io.dovira.query.pages;

import io.dovira.embedded.EmbeddedMongo;
import io.dovira.query.identity.TestIssuer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * The whole query service on a free port, with a log of its own in an embedded server over the wire, or in the MongoDB that {@code
 * DOVIRA_TEST_MONGODB_URI} names. Callers show a {@link TestIssuer} token instead of a session.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // Port 1 answers nobody: whoever has no token cannot sign in here.
        properties = "dovira.command-url=http://localhost:1")
@Import({TestIssuer.class, RealService.Log.class})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RealService {

    /** Where the log lives. */
    @TestConfiguration(proxyBeanMethods = false)
    class Log {
        private static final @Nullable String EXTERNAL = System.getenv("DOVIRA_TEST_MONGODB_URI");

        @Bean(destroyMethod = "close")
        Server testMongo() {
            return new Server(EXTERNAL == null ? EmbeddedMongo.start(0, null) : null);
        }

        @Bean
        DynamicPropertyRegistrar whereTheLogIs(Server server) {
            String name = "dovira_test_" + UUID.randomUUID().toString().replace("-", "");
            return properties -> {
                properties.add("dovira.mongodb.uri", server::uri);
                properties.add("dovira.mongodb.log-database", () -> name + "_log");
                properties.add("dovira.mongodb.views-database", () -> name + "_views");
            };
        }

        record Server(@Nullable EmbeddedMongo embedded) implements AutoCloseable {
            String uri() {
                return embedded == null ? String.valueOf(EXTERNAL) : embedded.uri();
            }

            @Override
            public void close() {
                if (embedded != null) {
                    embedded.close();
                }
            }
        }
    }
}
