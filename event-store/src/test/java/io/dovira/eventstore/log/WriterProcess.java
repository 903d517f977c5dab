package io.dovira.eventstore.log;

import com.mongodb.client.MongoClient;
import io.dovira.eventstore.mongo.TestMongo;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * A process that writes until it is killed. Tells on its output, line by line, what it is about to send and what was acknowledged:
 *
 * <pre>
 *   send w1-17 w1 17 shared-3 8      append w1-17: event w1-17-a at w1/17, event w1-17-b at shared-3/8
 *   ok w1-17 412                     its first position
 *   lost w1-17                       somebody else was first
 * </pre>
 */
final class WriterProcess {

    private static final PrintStream TELL = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private WriterProcess() {}

    /** What an append of this process holds, so that the parent can repeat it. */
    static List<NewEvent> events(String id, String own, long ownSequence, String shared, long sharedSequence) {
        return List.of(
                Samples.event(id + "-a", "visit.visitor-called", own, ownSequence),
                Samples.event(id + "-b", "visit.visitor-called", shared, sharedSequence));
    }

    /** Arguments: the connection string, the database, a name for this writer. */
    public static void main(String[] arguments) {
        String name = arguments[2];
        Random random = new Random(name.hashCode());
        try (MongoClient client = TestMongo.client(arguments[0]);
                EventLog log = EventLog.open(client.getDatabase(arguments[1]), LogOptions.defaults())) {
            long own = 0;
            for (int i = 0; true; i++) {
                String id = name + "-" + i;
                String shared = "shared-" + random.nextInt(4);
                long next = log.lastSequence(shared).orElse(-1) + 1;
                TELL.println("send " + id + " " + name + " " + own + " " + shared + " " + next);
                try {
                    Appended appended = log.append(events(id, name, own, shared, next));
                    TELL.println("ok " + id + " " + appended.firstPosition());
                    own++;
                } catch (StreamConflict e) {
                    TELL.println("lost " + id);
                }
            }
        }
    }
}
