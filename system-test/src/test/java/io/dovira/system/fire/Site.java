package io.dovira.system.fire;

import static org.awaitility.Awaitility.await;

import io.dovira.system.Client;
import io.dovira.system.Ports;
import io.dovira.system.Repository;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;

/**
 * Everything, each process behind a proxy of its own:
 *
 * <pre>
 *   command-service 0 --- proxy --+
 *   command-service 1 --- proxy --+-- embedded-mongo
 *   direct writer ------- proxy --+
 *   query-service ------- proxy --+
 * </pre>
 */
final class Site implements AutoCloseable {
    static final int COMMAND_SERVICES = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Shorter than what a service takes to say that it cannot: clients also repeat what is still being tried. */
    private static final Duration PATIENCE_OF_CLERKS = Duration.ofSeconds(6);

    private final Path directory;
    private final Services services;
    private final List<URI> commands = new ArrayList<>();
    private final URI query;
    private final Database database;
    private final List<Daemon> commandServices = new ArrayList<>();
    private final Daemon queryService;
    private final DirectWriter directWriter;
    private final List<Writer> writers = new ArrayList<>();
    private final Proxy proxyOfQuery;

    /** A process that appends to the log. */
    record Writer(String name, Proxy proxy, Runnable pause, Runnable resume, Runnable kill) {}

    Site(Path directory) throws IOException {
        this.directory = directory;
        List<Integer> ports = Ports.free(2 + COMMAND_SERVICES);
        int mongo = ports.get(0);
        query = URI.create("http://localhost:" + ports.get(1));
        for (int i = 0; i < COMMAND_SERVICES; i++) {
            commands.add(URI.create("http://localhost:" + ports.get(2 + i)));
        }
        services = new Services(directory);
        database = new Database(mongo, directory, Repository.file("embedded-mongo/target/embedded-mongo.jar"));
        // Tokens of one are good at the other: they share the keys of the embedded identity provider, and its name.
        Path identity = Files.createDirectories(directory.resolve("identity"));
        for (int i = 0; i < COMMAND_SERVICES; i++) {
            Path data = Files.createDirectories(directory.resolve("command-" + i));
            Files.createSymbolicLink(data.resolve("identity"), identity);
            Proxy proxy = new Proxy(mongo);
            Daemon service = service("command-service", "command-" + i, data, proxy, commands.get(i));
            commandServices.add(service);
            writers.add(new Writer("command-service " + i, proxy, service::pause, service::resume, service::kill));
        }
        proxyOfQuery = new Proxy(mongo);
        queryService = service("query-service", "query", directory.resolve("command-0"), proxyOfQuery, query);
        Proxy proxy = new Proxy(mongo);
        directWriter = new DirectWriter("fire", proxy.uri(), directory);
        writers.add(new Writer("direct writer", proxy, directWriter::pause, directWriter::resume, directWriter::kill));
    }

    /** Starts everything, and returns when all are well. */
    void start() {
        database.process().start();
        soon().until(database::answers);
        commandServices.forEach(Daemon::start);
        queryService.start();
        soon().until(this::healthy);
        directWriter.start();
    }

    private Daemon service(String service, String name, Path data, Proxy proxy, URI own) {
        return services.daemon(
                service,
                name,
                own,
                Map.of(
                        "DOVIRA_DATA", data.toString(),
                        "DOVIRA_DEMO", "off",
                        // The checker knows who sent each fact; nobody sends the law.
                        "DOVIRA_POLICIES_BUILTIN", "none",
                        "DOVIRA_MONGODB_URI", proxy.uri(),
                        "DOVIRA_COMMAND_URL", commands.getFirst().toString(),
                        "DOVIRA_QUERY_URL", query.toString(),
                        "DOVIRA_IDENTITY_TOKENLIFE", "24h"));
    }

    List<URI> commands() {
        return commands;
    }

    URI query() {
        return query;
    }

    Database database() {
        return database;
    }

    List<Daemon> commandServices() {
        return commandServices;
    }

    Daemon queryService() {
        return queryService;
    }

    Proxy proxyOfQuery() {
        return proxyOfQuery;
    }

    DirectWriter directWriter() {
        return directWriter;
    }

    List<Writer> writers() {
        return writers;
    }

    boolean healthy() {
        return commands.stream().allMatch(Client::healthy) && Client.healthy(query);
    }

    /** For a clerk: all command-services, the one with the number first. */
    List<Client> clients(String role, int first) {
        String token = token(role);
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < COMMAND_SERVICES; i++) {
            clients.add(new Client(commands.get((first + i) % COMMAND_SERVICES), token, PATIENCE_OF_CLERKS));
        }
        return clients;
    }

    String token(String role) {
        return Services.token(commands.getFirst(), directory.resolve("identity"), role);
    }

    static ConditionFactory soon() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
    }

    @Override
    public void close() throws IOException {
        directWriter.close();
        commandServices.forEach(Daemon::close);
        queryService.close();
        database.close();
        for (Writer writer : writers) {
            writer.proxy().close();
        }
        proxyOfQuery.close();
    }
}
