package io.dovira.command.platform;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.unit.DataSize;

/**
 * What the command service is told about its surroundings.
 *
 * @param mongodb where the log is
 * @param data directory for keys and other small files of one machine
 * @param demo whether a simulated region runs
 * @param commandUrl public base address of this service
 * @param queryUrl public base address of the query service
 * @param largestBody of a command; uploads of imports have a limit of their own
 */
@ConfigurationProperties("dovira")
public record DoviraProperties(
        @DefaultValue Mongodb mongodb,
        @DefaultValue("./data") Path data,
        @DefaultValue("off") Switch demo,
        @DefaultValue("http://localhost:8080") URI commandUrl,
        @DefaultValue("http://localhost:8081") URI queryUrl,
        @DefaultValue("64KB") DataSize largestBody) {

    /**
     * @param uri connection string; may hold a password, never logged
     * @param logDatabase database of the log
     * @param commandDatabase database of what only this service keeps, such as the progress of imports
     */
    public record Mongodb(
            @DefaultValue("mongodb://127.0.0.1:27027") String uri,

            @Name("log-database") @DefaultValue("dovira_log")
            String logDatabase,

            @Name("command-database") @DefaultValue("dovira_command")
            String commandDatabase) {

        @Override
        public String toString() {
            return "Mongodb[" + logDatabase + ", " + commandDatabase + "]";
        }
    }

    /** On or off, as written in the environment. */
    public enum Switch {
        ON,
        OFF
    }
}
