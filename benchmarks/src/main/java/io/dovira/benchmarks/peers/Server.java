package io.dovira.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Path;

/** The database of one contestant, with an empty directory of its own. */
interface Server extends AutoCloseable {

    /** What its clients connect to. */
    String address();

    /** 0 if it is not ours to look at. */
    long process();

    @Override
    void close();

    /** The contestant's server in the directory. */
    static Server of(Peer peer, Options options, Path directory) throws IOException {
        if (peer.onPostgres()) {
            return PostgresServer.start(directory);
        }
        return options.mongodb() == null ? EmbeddedServer.start(directory) : new GivenServer(options.mongodb());
    }
}
