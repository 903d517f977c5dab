package io.dovira.benchmarks.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The process of one contestant. Each line on standard input is a command, each line on standard output its answer as JSON: figures, or
 * {@code error} with the reason why there are none. The commands:
 *
 * <pre>
 *   prepare | load EVENTS MILLIS | append IN-FLIGHT MILLIS | read MILLIS | replay MILLIS | bytes
 *   write PER-SECOND MILLIS      appends one by one; answers each event's id and when it was acknowledged
 *   follow | handled             in another process: begins to follow; answers each event's id and when it was handled
 * </pre>
 */
public final class Worker {

    private static final int LOADED_AT_ONCE = 1_000;
    private static final int LOOKS_AT_THE_CLOCK = 64;

    private final Contestant contestant;
    private final Cpu cpu;
    private final Visits visits = new Visits();
    private final ConcurrentLinkedQueue<List<Object>> handled = new ConcurrentLinkedQueue<>();

    private Worker(Contestant contestant, long server) {
        this.contestant = contestant;
        this.cpu = new Cpu(server);
    }

    /** Answers commands until there are no more. */
    public static void run(Contestant contestant, long server) throws IOException {
        PrintStream answers = System.out;
        // A library that prints something must not spoil the answers.
        System.setOut(System.err);
        Worker worker = new Worker(contestant, server);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            answers.println(worker.answer(line.split(" ")).toJson());
            answers.flush();
        }
        contestant.close();
        // Followers and pools may have threads that would keep the process.
        System.exit(0);
    }

    private Document answer(String[] command) {
        try {
            return switch (command[0]) {
                case "prepare" -> prepare();
                case "load" -> load(Integer.parseInt(command[1]), millis(command[2]));
                case "append" ->
                    contestant
                            .appends(visits, Integer.parseInt(command[1]), millis(command[2]), cpu)
                            .toDocument();
                case "read" -> read(millis(command[1]));
                case "replay" -> replay(millis(command[1]));
                case "bytes" -> bytes();
                case "write" -> write(Integer.parseInt(command[1]), millis(command[2]));
                case "follow" -> follow();
                case "handled" -> new Document("events", new ArrayList<>(handled));
                default -> throw new IllegalArgumentException("no such command: " + command[0]);
            };
        } catch (RuntimeException e) {
            e.printStackTrace();
            return new Document("error", reason(e));
        }
    }

    /** The first line of the innermost cause, which says what really happened. */
    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return cause instanceof UnsupportedOperationException
                ? message
                : cause.getClass().getSimpleName() + ": " + message;
    }

    private static Duration millis(String text) {
        return Duration.ofMillis(Long.parseLong(text));
    }

    private Document prepare() {
        contestant.prepare();
        return new Document("ready", true);
    }

    private Document load(int events, Duration budget) {
        long from = System.nanoTime();
        int loaded = 0;
        while (loaded < events && System.nanoTime() - from < budget.toNanos()) {
            int some = Math.min(LOADED_AT_ONCE, events - loaded);
            contestant.load(visits.next(some));
            loaded += some;
        }
        return new Document("events", loaded).append("perSecond", perSecond(loaded, from));
    }

    private Document read(Duration budget) {
        return streaming(budget, null);
    }

    private Document replay(Duration budget) {
        return streaming(budget, new MetricsInMemory());
    }

    private Document streaming(Duration budget, @Nullable MetricsInMemory metrics) {
        Cpu.Used before = cpu.used();
        long from = System.nanoTime();
        long until = from + budget.toNanos();
        long[] events = {0};
        boolean[] complete = {true};
        contestant.stream(event -> {
            events[0]++;
            if (metrics != null) {
                metrics.apply(event.get());
            }
            complete[0] = events[0] % LOOKS_AT_THE_CLOCK != 0 || System.nanoTime() < until;
            return complete[0];
        });
        double rate = perSecond(events[0], from);
        Cpu.Used used = cpu.used().since(before);
        Document answer = new Document("events", events[0])
                .append("perSecond", rate)
                .append("complete", complete[0])
                .append("clientMicros", (double) used.clientMicros() / events[0])
                .append("serverMicros", used.serverMicros() < 0 ? null : (double) used.serverMicros() / events[0]);
        if (metrics != null) {
            answer.append("refused", metrics.refused());
        }
        return answer;
    }

    private Document bytes() {
        var bytes = contestant.bytes();
        return new Document("bytes", bytes.isPresent() ? bytes.getAsLong() : null);
    }

    private Document write(int perSecond, Duration duration) {
        List<List<Object>> acknowledged = new ArrayList<>();
        long step = 1_000_000_000L / perSecond;
        long from = System.nanoTime();
        long count = duration.toNanos() / step;
        for (long i = 0; i < count; i++) {
            long due = from + i * step;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            VisitEvent event = visits.live();
            contestant.append(event);
            acknowledged.add(List.of(event.id(), now()));
        }
        return new Document("events", acknowledged);
    }

    private Document follow() {
        contestant.follow(id -> handled.add(List.of(id, now())));
        return new Document("following", true);
    }

    /** Microseconds by the clock of the machine, which its processes share. */
    private static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }

    private static double perSecond(long count, long fromNanos) {
        return count * 1e9 / (System.nanoTime() - fromNanos);
    }
}
