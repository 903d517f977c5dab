package io.dovira.system;

import static org.awaitility.Awaitility.await;

import io.dovira.system.Client.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * Serves visitors at one desk for as long as it may, as a good client does: a command without an answer is sent again with the same key
 * until there is one. Keeps every answer.
 *
 * <p>Of five visitors three are served, one leaves while waiting, one waits to the end.
 */
final class Clerk implements Runnable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Client client;
    private final String office;
    private final int desk;
    private final List<Acknowledgement> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger repeated = new AtomicInteger();
    private volatile boolean working = true;

    /** @param events ids of the events of one answered command, in order, the last of which is at the position */
    record Acknowledgement(List<String> events, long position) {}

    Clerk(Client client, String office, int desk) {
        this.client = client;
        this.office = office;
        this.desk = desk;
    }

    List<Acknowledgement> acknowledged() {
        synchronized (acknowledged) {
            return List.copyOf(acknowledged);
        }
    }

    /** How many commands were sent again because no answer came. */
    int repeated() {
        return repeated.get();
    }

    void stop() {
        working = false;
    }

    @Override
    public void run() {
        for (int visitor = 0; working; visitor++) {
            Reply arrived = send("/api/v1/visits", "{'office': '" + office + "', 'service': 'advice'}");
            String visit = "/api/v1/visits/" + arrived.json().at("/state/id").asString();
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

    Reply send(String path, String body) {
        String key = UUID.randomUUID().toString();
        Reply reply = await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> attempt(path, key, body), Optional::isPresent)
                .orElseThrow();
        if (reply.status() >= 300) {
            throw new AssertionError(path + " was refused: " + reply.status() + " "
                    + reply.response().body());
        }
        List<String> events = new ArrayList<>();
        for (JsonNode id : reply.json().at("/eventIds")) {
            events.add(id.asString());
        }
        acknowledged.add(new Acknowledgement(
                List.copyOf(events), reply.json().at("/position").asLong()));
        return reply;
    }

    /** Nothing when there is no answer, or only one that promises nothing. */
    private Optional<Reply> attempt(String path, String key, String body) {
        try {
            Reply reply = client.post(path, key, body);
            if (reply.status() < 500) {
                return Optional.of(reply);
            }
        } catch (IOException e) {
            // Not known whether anything was recorded.
        }
        repeated.incrementAndGet();
        return Optional.empty();
    }
}
