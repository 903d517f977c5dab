package io.dovira.eventstore.seal;

import com.mongodb.client.MongoClient;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.eventstore.mongo.TestMongo;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A process that seals as fast as it can until it is killed. */
final class SealerProcess {

    private SealerProcess() {}

    /** Arguments: the connection string, the databases of the log and the seal, the directory of the key. */
    public static void main(String[] arguments) throws InterruptedException {
        MongoClient client = TestMongo.client(arguments[0]);
        EventLog log = EventLog.open(client.getDatabase(arguments[1]), LogOptions.defaults());
        SealFiles files = new SealFiles(Path.of(arguments[3]), null);
        Sealer sealer = new Sealer(
                log,
                new SealStore(client.getDatabase(arguments[2])),
                files,
                files.signer(() -> Rig.ORIGIN),
                new SealOptions(Clock.systemUTC(), Duration.ofMillis(2), 50));
        sealer.start();
        new CountDownLatch(1).await();
    }
}
