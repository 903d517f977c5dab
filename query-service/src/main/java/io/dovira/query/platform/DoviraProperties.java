package io.dovira.query.platform;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * What the query service is told about its surroundings.
 *
 * @param mongodb where the log and the views are
 * @param data directory for keys and other small files of one machine
 * @param demo whether a simulated region is shown
 * @param commandUrl public base address of the command service
 * @param queryUrl public base address of this service
 */
@ConfigurationProperties("dovira")
public record DoviraProperties(
        @DefaultValue Mongodb mongodb,
        @DefaultValue("./data") Path data,
        @DefaultValue("off") Switch demo,
        @DefaultValue("http://localhost:8080") URI commandUrl,
        @DefaultValue("http://localhost:8081") URI queryUrl) {

    /**
     * @param uri connection string; may hold a password, never logged
     * @param logDatabase database of the log
     * @param viewsDatabase database of the projections
     */
    public record Mongodb(
            @DefaultValue("mongodb://127.0.0.1:27027") String uri,

            @Name("log-database") @DefaultValue("dovira_log")
            String logDatabase,

            @Name("views-database") @DefaultValue("dovira_views")
            String viewsDatabase) {

        @Override
        public String toString() {
            return "Mongodb[" + logDatabase + ", " + viewsDatabase + "]";
        }
    }

    /** On or off, as written in the environment. */
    public enum Switch {
        ON,
        OFF
    }
}
