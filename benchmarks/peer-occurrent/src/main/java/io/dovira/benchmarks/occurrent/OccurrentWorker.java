package io.dovira.benchmarks.occurrent;

import io.dovira.benchmarks.peers.Worker;
import java.io.IOException;

/** The process of this contestant. Arguments: name, address of its server, process id of the server. */
public final class OccurrentWorker {

    private OccurrentWorker() {}

    public static void main(String[] args) throws IOException {
        Worker.run(new Occurrent(args[1]), Long.parseLong(args[2]));
    }
}
