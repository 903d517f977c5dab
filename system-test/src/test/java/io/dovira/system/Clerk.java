package io.dovira.system;

import static org.awaitility.Awaitility.await;

import io.dovira.system.Client.Reply;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Serves visitors at one desk for as long as it may, as a good client does: a command without an answer is sent again with the same key
 * until there is one, to the next service if there are several. Keeps every answer. Only visitors at the door may lose patience, if the clerk
 * is told so: then nobody knows whether the arrival was recorded.
 *
 * <p>Of five visitors three are served, one leaves while waiting, one waits to the end.
 */
public final class Clerk implements Runnable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The arrival, the ticket, and the number that is taken from the roll of the day. */
    private static final int FACTS_OF_AN_ARRIVAL = 3;

    private final List<Client> clients;
    private final String office;
    private final int desk;
    private final @Nullable Random impatience;
    private final List<Acknowledgement> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final List<GivenUp> givenUp = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger repeated = new AtomicInteger();
    private volatile boolean working = true;

    /**
     * @param key of the command
     * @param events ids of the events of the answered command, in order, the last of which is at the position
     */
    public record Acknowledgement(String key, List<String> events, long position) {}

    /**
     * A command that was not answered.
     *
     * @param facts how many it records if it was carried out
     */
    public record GivenUp(String key, int facts) {}

    public Clerk(Client client, String office, int desk) {
        this(List.of(client), office, desk, null);
    }

    /**
     * @param clients the same office at several services, the usual one first
     * @param impatience decides who of those at the door does not wait for a second attempt; null if nobody does that
     */
    public Clerk(List<Client> clients, String office, int desk, @Nullable Random impatience) {
        this.clients = List.copyOf(clients);
        this.office = office;
        this.desk = desk;
        this.impatience = impatience;
    }

    public List<Acknowledgement> acknowledged() {
        synchronized (acknowledged) {
            return List.copyOf(acknowledged);
        }
    }

    /** Commands of which nobody knows whether they were carried out. */
    public List<GivenUp> givenUp() {
        synchronized (givenUp) {
            return List.copyOf(givenUp);
        }
    }

    /** How many commands were answered. */
    public int answers() {
        return acknowledged.size();
    }

    /** How many commands were sent again because no answer came. */
    public int repeated() {
        return repeated.get();
    }

    public void stop() {
        working = false;
    }

    @Override
    public void run() {
        for (int visitor = 0; working; visitor++) {
            Optional<Reply> arrived = arrive();
            if (arrived.isEmpty()) {
                continue;
            }
            String visit =
                    "/api/v1/visits/" + arrived.get().json().at("/state/id").asString();
            switch (visitor % 5) {
                case 3 -> send(visit + "/abandon", "{}");
                case 4 -> {
                    // Waits on.
                }
                default -> {
                    send(visit + "/call", "{'desk': '" + desk + "'}");
                    send(visit + "/start", "{}");
                    send(visit + "/finish", "{}");
                }
            }
        }
    }

    private Optional<Reply> arrive() {
        String path = "/api/v1/visits";
        String body = "{'office': '" + office + "', 'service': 'advice'}";
        if (impatience == null || impatience.nextInt(3) > 0) {
            return Optional.of(send(path, body));
        }
        String key = UUID.randomUUID().toString();
        Optional<Reply> reply = attempt(clients.getFirst(), path, key, body);
        reply.ifPresentOrElse(
                answer -> note(path, key, answer), () -> givenUp.add(new GivenUp(key, FACTS_OF_AN_ARRIVAL)));
        return reply;
    }

    public Reply send(String path, String body) {
        String key = UUID.randomUUID().toString();
        AtomicInteger attempts = new AtomicInteger();
        Reply reply = await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            int attempt = attempts.getAndIncrement();
                            repeated.addAndGet(attempt == 0 ? 0 : 1);
                            return attempt(clients.get(attempt % clients.size()), path, key, body);
                        },
                        Optional::isPresent)
                .orElseThrow();
        note(path, key, reply);
        return reply;
    }

    private void note(String path, String key, Reply reply) {
        if (reply.status() >= 300) {
            throw new AssertionError(path + " was refused: " + reply.status() + " "
                    + reply.response().body());
        }
        List<String> events = new ArrayList<>();
        for (JsonNode id : reply.json().at("/eventIds")) {
            events.add(id.asString());
        }
        acknowledged.add(new Acknowledgement(
                key, List.copyOf(events), reply.json().at("/position").asLong()));
    }

    /** Nothing when there is no answer, or only one that promises nothing. */
    private static Optional<Reply> attempt(Client client, String path, String key, String body) {
        try {
            Reply reply = client.post(path, key, body);
            return reply.status() < 500 && !othersWereFaster(reply) ? Optional.of(reply) : Optional.empty();
        } catch (IOException e) {
            // Not known whether anything was recorded.
            return Optional.empty();
        }
    }

    /** Nothing was recorded, and it says: try again. */
    private static boolean othersWereFaster(Reply reply) {
        return reply.status() == HttpURLConnection.HTTP_CONFLICT
                && reply.json().path("type").asString("").equals("urn:dovira:problem:concurrent-change");
    }
}
