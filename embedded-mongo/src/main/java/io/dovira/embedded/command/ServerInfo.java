package io.dovira.embedded.command;

import static io.dovira.embedded.command.Command.Access.NONE;
import static io.dovira.embedded.command.Command.Access.READ;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import io.dovira.embedded.query.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the server tells of itself. It is a single server: no sessions, no replica set, hence no transactions. */
final class ServerInfo {

    private static final List<Integer> VERSION = List.of(7, 0, 0);

    /** Of MongoDB 7.0; drivers ask for at least 8. */
    private static final int WIRE_VERSION = 21;

    private static final Set<String> HELLO = Set.of(
            "hello",
            "isMaster",
            "ismaster",
            "helloOk",
            "client",
            "compression",
            "loadBalanced",
            "topologyVersion",
            "maxAwaitTimeMS",
            "saslSupportedMechs",
            "speculativeAuthenticate",
            "hostInfo",
            "backpressure");

    private final Instant started = Instant.now();

    Map<String, Command> commands() {
        return Map.ofEntries(
                Map.entry("hello", new Command(NONE, HELLO, (database, request) -> hello(request))),
                Map.entry("ismaster", new Command(NONE, HELLO, (database, request) -> hello(request))),
                simple("ping", new Document()),
                simple("endSessions", new Document()),
                simple(
                        "connectionStatus",
                        new Document(
                                "authInfo",
                                new Document("authenticatedUsers", List.of())
                                        .append("authenticatedUserRoles", List.of())),
                        "showPrivileges"),
                simple(
                        "buildInfo",
                        new Document("version", "7.0.0")
                                .append("versionArray", VERSION)
                                .append("gitVersion", "io.dovira.embedded")
                                .append("modules", List.of())
                                .append("maxBsonObjectSize", BsonConstants.MAX_BSON_OBJECT_SIZE),
                        "buildinfo"),
                Map.entry("serverstatus", new Command(READ, Set.of("serverStatus"), (database, request) -> status())),
                Map.entry("replsetgetstatus", new Command(NONE, Set.of("replSetGetStatus"), (database, request) -> {
                    throw Refusal.of(76, "NoReplicationEnabled", "not running with --replSet");
                })));
    }

    private static Map.Entry<String, Command> simple(String name, Document answer, String... more) {
        Set<String> fields = Stream.concat(Stream.of(name), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
        return Map.entry(
                name.toLowerCase(Locale.ROOT), new Command(NONE, fields, (database, request) -> answer.clone()));
    }

    private static Document hello(Document request) {
        boolean legacy = !request.containsKey("hello");
        return new Document(legacy ? "ismaster" : "isWritablePrimary", true)
                .append("helloOk", true)
                .append("maxBsonObjectSize", BsonConstants.MAX_BSON_OBJECT_SIZE)
                .append("maxMessageSizeBytes", MongoWireProtocolHandler.MAX_MESSAGE_SIZE_BYTES)
                .append("maxWriteBatchSize", Backend.MAX_WRITE_BATCH)
                .append("localTime", Instant.now())
                .append("minWireVersion", 0)
                .append("maxWireVersion", WIRE_VERSION)
                .append("readOnly", false);
    }

    private Document status() {
        Duration up = Duration.between(started, Instant.now());
        return new Document("host", "127.0.0.1")
                .append("version", "7.0.0")
                .append("process", "embedded-mongo")
                .append("pid", ProcessHandle.current().pid())
                .append("uptime", (double) up.toSeconds())
                .append("uptimeMillis", up.toMillis())
                .append("localTime", Instant.now());
    }
}
