package io.dovira.system.fire;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.dovira.eventstore.log.Appended;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogException;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.eventstore.log.LogUnavailable;
import io.dovira.eventstore.log.NewEvent;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.eventstore.log.Tail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/**
 * A process that appends to the log directly, beside the services, with a clock that can be set, and follows the log meanwhile. Repeats
 * what was not answered until it is; gives up what it is told was certainly not recorded, so that the checker sees whether that was true. It
 * is told on its input, and tells on its output, line by line:
 *
 * <pre>
 *   &lt; clock -300000               from now on the clock is so many milliseconds off
 *   &lt; stop                        finish what is on its way and end
 *   &gt; send w1-17 2                it is about to append w1-17, of two facts
 *   &gt; ok w1-17 412 id,id          the last of its facts is at 412
 *   &gt; no w1-18 DuplicateEventId  it was refused, for this reason
 *   &gt; saw 411 id                  it was shown a fact
 * </pre>
 */
final class WriterMain {
    /** A fact that every service knows and no projection wants: one that nobody knew would go to the dead letters, one by one. */
    private static final String TYPE = "ticket.number-drawn";

    private static final int REVISION = 2;
    private static final Duration BETWEEN = Duration.ofMillis(25);

    /** Less than the server takes to start again: then it is told often whether something may be recorded. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final PrintStream TELL = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private static volatile long offset;
    private static volatile boolean stopping;

    private WriterMain() {}

    /** Arguments: the connection string, a name that no other process ever had, the position after which to follow. */
    public static void main(String[] arguments) throws InterruptedException {
        Thread.ofPlatform().daemon().start(WriterMain::listen);
        InstantSource source = () -> Clock.systemUTC().instant().plusMillis(offset);
        LogOptions options = LogOptions.defaults().withPatience(PATIENCE).withClock(source.withZone(ZoneOffset.UTC));
        try (MongoClient client = client(arguments[0]);
                EventLog log = open(client, options);
                Tail tail = log.tail(Long.parseLong(arguments[2]))) {
            Thread following = Thread.ofPlatform().daemon().start(() -> follow(tail));
            write(log, arguments[1]);
            following.join();
        }
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .retryWrites(false)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.readTimeout(10, TimeUnit.SECONDS))
                .build());
    }

    private static EventLog open(MongoClient client, LogOptions options) {
        while (true) {
            try {
                return EventLog.open(client.getDatabase("dovira_log"), options);
            } catch (LogUnavailable e) {
                // Not there yet; the driver has waited.
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        }
    }

    private static void write(EventLog log, String name) {
        long recorded = 0;
        for (int i = 0; !stopping; i++) {
            String key = name + "-" + i;
            List<NewEvent> events = new ArrayList<>();
            for (int part = 0; part <= i % 3; part++) {
                events.add(mark(key, part, name, recorded + part));
            }
            TELL.println("send " + key + " " + events.size());
            try {
                Appended appended = untilAnswered(log, events);
                recorded += events.size();
                TELL.println("ok " + key + " " + appended.lastPosition() + " "
                        + String.join(",", events.stream().map(NewEvent::id).toList()));
            } catch (LogException e) {
                // Nobody else writes where it does: whatever the reason is, the checker sees whether it is true.
                TELL.println("no " + key + " " + e.getClass().getSimpleName());
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    private static Appended untilAnswered(EventLog log, List<NewEvent> events) {
        for (boolean first = true; true; first = false) {
            try {
                return log.append(events);
            } catch (LogUnavailable e) {
                if (first && e.nothingRecorded()) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        }
    }

    private static NewEvent mark(String key, int part, String stream, long sequence) {
        return new NewEvent(
                key + "-" + part,
                TYPE,
                REVISION,
                stream,
                sequence,
                Clock.systemUTC().instant(),
                List.of(),
                new BsonDocument("office", new BsonString(stream))
                        .append("day", new BsonString("2026-03-02"))
                        .append("number", new BsonInt32((int) sequence + 1))
                        .append("visit", new BsonString(key)),
                new BsonDocument("correlation", new BsonString(key)));
    }

    private static void follow(Tail tail) {
        while (!stopping) {
            try {
                for (StoredEvent event : tail.poll(100, Duration.ofMillis(100))) {
                    TELL.println("saw " + event.position() + " " + event.id());
                }
            } catch (LogUnavailable e) {
                LockSupport.parkNanos(BETWEEN.toNanos());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith("clock ")) {
                    offset = Long.parseLong(line.substring("clock ".length()));
                } else {
                    stopping = true;
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            // As the end.
        }
        stopping = true;
    }
}
