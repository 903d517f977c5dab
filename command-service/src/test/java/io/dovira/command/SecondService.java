package io.dovira.command;

import io.dovira.command.identity.TestIssuer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** One more command service on the databases of a running one, as on another machine; or the same one after a restart. */
final class SecondService implements AutoCloseable {
    private static final List<String> SHARED = List.of(
            "dovira.mongodb.uri", "dovira.mongodb.log-database", "dovira.mongodb.command-database", "dovira.data");

    private final ConfigurableApplicationContext context;

    private SecondService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static SecondService beside(Environment first) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
        for (String property : SHARED) {
            String value = first.getProperty(property);
            if (value != null) {
                arguments.add("--" + property + "=" + value);
            }
        }
        return new SecondService(new SpringApplicationBuilder(CommandServiceApplication.class, TestIssuer.class)
                .web(WebApplicationType.SERVLET)
                .run(arguments.toArray(String[]::new)));
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
