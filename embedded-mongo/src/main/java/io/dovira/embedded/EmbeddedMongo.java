package io.dovira.embedded;

import de.bwaldvogel.mongo.MongoServer;
import io.dovira.embedded.command.Backend;
import io.dovira.embedded.storage.DataInUseException;
import io.dovira.embedded.storage.Storage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A running server that speaks the MongoDB wire protocol on the loopback interface. Thread-safe. With a data directory every
 * acknowledged write survives a kill of the process; without one nothing outlives {@link #close}.
 */
public final class EmbeddedMongo implements AutoCloseable {

    /** Requests block a worker while they wait for their group's sync, so these bound the size of a group. */
    private static final int WORKERS = 32;

    private final MongoServer server;
    private final Storage storage;
    private final int port;

    private EmbeddedMongo(MongoServer server, Storage storage, int port) {
        this.server = server;
        this.storage = storage;
        this.port = port;
    }

    /**
     * Starts a server and returns once it accepts connections.
     *
     * @param port the TCP port on 127.0.0.1; 0 takes any free one
     * @param data the directory of the data file, made when absent; null keeps everything in memory
     * @throws DataInUseException when another process has the directory open
     * @throws RuntimeException when the port is taken
     */
    public static EmbeddedMongo start(int port, @Nullable Path data) {
        Storage storage = Storage.open(data);
        try {
            MongoServer server = new MongoServer(new Backend(storage));
            server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 1, WORKERS);
            return new EmbeddedMongo(server, storage, server.getLocalAddress().getPort());
        } catch (Throwable e) {
            storage.close();
            throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
        }
    }

    /** The connection string, such as {@code mongodb://127.0.0.1:27027}. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Ends the connections, finishes the commands under way and closes the data file. */
    @Override
    public void close() {
        server.shutdownNow();
        storage.close();
    }
}
