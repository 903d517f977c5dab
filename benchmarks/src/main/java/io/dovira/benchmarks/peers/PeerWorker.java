package io.dovira.benchmarks.peers;

import java.io.IOException;

/** The process of every contestant whose libraries get along with ours. Arguments: name, address of its server, process id of the server. */
public final class PeerWorker {

    private PeerWorker() {}

    public static void main(String[] args) throws IOException {
        Worker.run(contestant(args[0], args[1]), Long.parseLong(args[2]));
    }

    static Contestant contestant(String name, String address) {
        return switch (Peer.named(name)) {
            case DOVIRA_LOG -> new DoviraLog(address);
            case DOVIRA_AXON -> new DoviraAxon(address);
            case AXON_MONGO_EVENT -> new AxonMongo(address, false);
            case AXON_MONGO_COMMIT -> new AxonMongo(address, true);
            case AXON_JDBC -> new AxonJdbc(address);
            case RAW -> new RawDriver(address, true);
            case RAW_PLAIN -> new RawDriver(address, false);
            case OCCURRENT -> throw new IllegalArgumentException(name + " has a class path of its own");
        };
    }
}
