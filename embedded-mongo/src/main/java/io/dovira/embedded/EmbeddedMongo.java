package io.dovira.embedded;

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

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final WireServer server;
    private final Storage storage;

    private EmbeddedMongo(WireServer server, Storage storage) {
        this.server = server;
        this.storage = storage;
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
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
            return new EmbeddedMongo(new WireServer(new Backend(storage), address), storage);
        } catch (Throwable e) {
            storage.close();
            throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
        }
    }

    /** The connection string, such as {@code mongodb://127.0.0.1:27027}. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port();
    }

    public int port() {
        return server.port();
    }

    /** Ends the connections, finishes the commands under way and closes the data file. */
    @Override
    public void close() {
        server.close();
        storage.close();
    }
}
