package io.dovira.query.streams;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.dovira.embedded.EmbeddedMongo;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A MongoDB server, and on it a web server with this feature alone that can be stopped and started again at the same address. */
final class StreamsService implements AutoCloseable {
    private final EmbeddedMongo mongo = EmbeddedMongo.start(0, null);
    private final MongoClient client = MongoClients.create(mongo.uri());
    private final EventLog log = EventLog.open(client.getDatabase("dovira_log"), LogOptions.defaults());
    private final String[] properties;
    private @Nullable ConfigurableApplicationContext running;
    private int port;

    StreamsService(String... properties) {
        this.properties = properties;
        start();
    }

    /** The log, as another process writes it. */
    EventLog log() {
        return log;
    }

    void start() {
        running = new SpringApplicationBuilder(Application.class)
                .bannerMode(Banner.Mode.OFF)
                .run(Stream.concat(
                                Stream.of("server.port=" + port, "dovira.mongodb.uri=" + mongo.uri()),
                                Stream.of(properties))
                        .map(property -> "--" + property)
                        .toArray(String[]::new));
        port = Integer.parseInt(Objects.requireNonNull(running.getEnvironment().getProperty("local.server.port")));
    }

    void stop() {
        Objects.requireNonNull(running).close();
        running = null;
    }

    MeterRegistry meters() {
        return Objects.requireNonNull(running).getBean(MeterRegistry.class);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        if (running != null) {
            stop();
        }
        log.close();
        client.close();
        mongo.close();
    }

    @Import({StreamsConfiguration.class, EventsController.class, EventStreamController.class, EventTypesController.class
    })
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        LifecycleAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JettyServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class
    })
    static class Application {
        @Bean
        MongoClient client(@Value("${dovira.mongodb.uri}") String uri) {
            return MongoClients.create(uri);
        }

        @Bean
        EventLog log(MongoClient client) {
            return EventLog.open(client.getDatabase("dovira_log"), LogOptions.defaults());
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        /** Who asks is told by headers here; how it is found out is tested with the identity itself. */
        @Bean
        WebMvcConfigurer caller() {
            return new WebMvcConfigurer() {
                @Override
                public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                    resolvers.add(new TestCaller());
                }
            };
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
