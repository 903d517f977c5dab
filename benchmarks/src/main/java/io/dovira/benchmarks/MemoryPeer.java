package io.dovira.benchmarks;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/** The library's own memory back end as a process, to be measured beside ours. */
final class MemoryPeer {

    private MemoryPeer() {}

    public static void main(String[] args) {
        System.out.println("ready at " + new MongoServer(new MemoryBackend()).bindAndGetConnectionString() + ",");
    }
}
