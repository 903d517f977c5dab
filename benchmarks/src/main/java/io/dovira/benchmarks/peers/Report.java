package io.dovira.benchmarks.peers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The tables of one run, in Markdown. */
final class Report {

    private static final String UNKNOWN = "—";
    private static final String ROW = "|";

    private final Document run;
    private final Figures figures;

    Report(Document run) {
        this.run = run;
        this.figures = new Figures(run);
    }

    String text() {
        List<String> lines = new ArrayList<>();
        about(lines);
        for (int size : figures.sizes()) {
            lines.add("");
            lines.add("### %s events in the store".formatted(whole(size)));
            lines.add("");
            appends(lines, size);
            lines.add("");
            rest(lines, size);
        }
        growth(lines);
        targets(lines);
        missing(lines);
        configurations(lines);
        return String.join("\n", lines);
    }

    private void about(List<String> lines) {
        lines.add(
                "Measured from %s to %s by `benchmarks/peers`; %d processors, %s of memory, %s; on %s, a fresh one for each. "
                        .formatted(
                                run.getString("started"),
                                run.getString("ended"),
                                run.getInteger("processors"),
                                run.getString("memory"),
                                run.getString("java"),
                                run.getString("database")));
        lines.add(
                "Each figure of appends was measured for %s s, %d times; the median counts. Load of the machine at the beginnings and ends of each: "
                                .formatted(run.get("secondsEach"), run.getInteger("rounds"))
                        + loads() + ".");
    }

    private String loads() {
        List<String> loads = new ArrayList<>();
        for (Peer peer : Peer.values()) {
            List<Double> measured = figures.loads(peer);
            if (!measured.isEmpty()) {
                loads.add("%s %s to %s"
                        .formatted(
                                peer.id(),
                                say("%.1f", Collections.min(measured)),
                                say("%.1f", Collections.max(measured))));
            }
        }
        return String.join(", ", loads);
    }

    private void appends(List<String> lines, int size) {
        lines.add(
                "| appends per second, in flight: | 1 | 16 | 64 | 256 | of the raw limit at 64 | p50 / p99 ms at 1 | at 16 | at 64 | at 256 |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|");
        OptionalDouble limit = figures.append(Peer.RAW, size, 64, "perSecond");
        for (Peer peer : Peer.values()) {
            StringBuilder row = new StringBuilder("| " + peer.title() + " |");
            each(row, inFlight -> rate(figures.append(peer, size, inFlight, "perSecond")));
            row.append(' ')
                    .append(ratio(figures.append(peer, size, 64, "perSecond"), limit))
                    .append(" |");
            each(
                    row,
                    inFlight -> pair(
                            figures.append(peer, size, inFlight, "p50Millis"),
                            figures.append(peer, size, inFlight, "p99Millis")));
            lines.add(row.toString());
        }
    }

    private static void each(StringBuilder row, IntFunction<String> cell) {
        Options.IN_FLIGHT.forEach(
                inFlight -> row.append(' ').append(cell.apply(inFlight)).append(" " + ROW));
    }

    private void rest(List<String> lines, int size) {
        lines.add(
                "| | loaded, events/s | commit to handler, p50 / p99 ms | read, events/s | of the raw cursor | replayed into the metrics fold, events/s"
                        + " | bytes per event | processor per append at 64, µs: client + server |");
        lines.add("|---|---|---|---|---|---|---|---|");
        OptionalDouble cursor = figures.reading(Peer.RAW, size);
        for (Peer peer : Peer.values()) {
            lines.add("| %s | %s | %s | %s | %s | %s | %s | %s + %s |"
                    .formatted(
                            peer.title(),
                            rate(figures.loading(peer, size)),
                            pair(figures.follow(peer, size, "p50Millis"), figures.follow(peer, size, "p99Millis")),
                            rate(figures.reading(peer, size)),
                            ratio(figures.reading(peer, size), cursor),
                            rate(figures.replay(peer, size)),
                            rate(figures.bytes(peer, size)),
                            rate(figures.append(peer, size, 64, "clientMicros")),
                            rate(figures.append(peer, size, 64, "serverMicros"))));
        }
        lines.add("");
        lines.add(
                "Replayed into the stored documents of metrics, by a query-service that was just started and runs its other projections too: %s events/s from the first stored batch to the last; %s counted from the start of its JVM."
                        .formatted(rate(figures.stored(size)), rate(figures.storedWithStart(size))));
    }

    private void growth(List<String> lines) {
        int smallest = figures.sizes().getFirst();
        int largest = figures.sizes().getLast();
        if (smallest == largest) {
            return;
        }
        lines.add("");
        lines.add("### From %s to %s events".formatted(whole(smallest), whole(largest)));
        lines.add("");
        lines.add(
                "| rate at the larger size / at the smaller | appends, 64 in flight | read | replay | bytes per event |");
        lines.add("|---|---|---|---|---|");
        for (Peer peer : Peer.values()) {
            lines.add("| %s | %s | %s | %s | %s |"
                    .formatted(
                            peer.title(),
                            ratio(
                                    figures.append(peer, largest, 64, "perSecond"),
                                    figures.append(peer, smallest, 64, "perSecond")),
                            ratio(figures.reading(peer, largest), figures.reading(peer, smallest)),
                            ratio(figures.replay(peer, largest), figures.replay(peer, smallest)),
                            ratio(figures.bytes(peer, largest), figures.bytes(peer, smallest))));
        }
    }

    private void targets(List<String> lines) {
        lines.add("");
        lines.add("### What must hold");
        lines.add("");
        lines.add("| what | at events | target | measured | |");
        lines.add("|---|---|---|---|---|");
        for (int size : figures.sizes()) {
            OptionalDouble ours = figures.append(Peer.DOVIRA_LOG, size, 64, "perSecond");
            OptionalDouble theirs = OptionalDouble.empty();
            for (Peer peer : Peer.AXON_MONGO) {
                OptionalDouble rate = figures.append(peer, size, 64, "perSecond");
                if (rate.isPresent() && rate.getAsDouble() > theirs.orElse(0)) {
                    theirs = rate;
                }
            }
            atLeast(
                    lines,
                    "appends, 64 in flight, against the better way of axon-mongo",
                    size,
                    10,
                    quotient(ours, theirs),
                    "%.1f times");
            atLeast(
                    lines,
                    "appends, 64 in flight, against the raw driver with the same indexes",
                    size,
                    0.6,
                    quotient(ours, figures.append(Peer.RAW, size, 64, "perSecond")),
                    "%.2f times");
            atMost(
                    lines,
                    "commit to handler across two processes, p99",
                    size,
                    30,
                    figures.follow(Peer.DOVIRA_LOG, size, "p99Millis"),
                    "%.1f ms");
            atLeast(
                    lines,
                    "raw read against the raw cursor",
                    size,
                    0.6,
                    quotient(figures.reading(Peer.DOVIRA_LOG, size), figures.reading(Peer.RAW, size)),
                    "%.2f times");
            atLeast(
                    lines,
                    "replay into the metrics fold",
                    size,
                    30_000,
                    figures.replay(Peer.DOVIRA_LOG, size),
                    "%,.0f events/s");
            atLeast(
                    lines,
                    "replay into the stored documents of metrics",
                    size,
                    30_000,
                    figures.stored(size),
                    "%,.0f events/s");
        }
        int smallest = figures.sizes().getFirst();
        int largest = figures.sizes().getLast();
        if (smallest != largest) {
            atLeast(
                    lines,
                    "replay is flat: its rate against that at %s".formatted(whole(smallest)),
                    largest,
                    0.9,
                    quotient(figures.replay(Peer.DOVIRA_LOG, largest), figures.replay(Peer.DOVIRA_LOG, smallest)),
                    "%.2f times");
            atLeast(
                    lines,
                    "the same into the stored documents",
                    largest,
                    0.9,
                    quotient(figures.stored(largest), figures.stored(smallest)),
                    "%.2f times");
        }
    }

    private static void atLeast(
            List<String> lines, String what, int size, double target, OptionalDouble measured, String format) {
        boolean met = measured.isPresent() && measured.getAsDouble() >= target;
        target(lines, what, size, "at least " + say(format, target), measured, format, met);
    }

    private static void atMost(
            List<String> lines, String what, int size, double target, OptionalDouble measured, String format) {
        boolean met = measured.isPresent() && measured.getAsDouble() <= target;
        target(lines, what, size, "at most " + say(format, target), measured, format, met);
    }

    private static void target(
            List<String> lines,
            String what,
            int size,
            String target,
            OptionalDouble measured,
            String format,
            boolean met) {
        lines.add("| %s | %s | %s | %s | %s |"
                .formatted(
                        what,
                        whole(size),
                        target,
                        measured.isPresent() ? say(format, measured.getAsDouble()) : UNKNOWN,
                        measured.isEmpty() ? "not measured" : met ? "met" : "not met"));
    }

    private void missing(List<String> lines) {
        List<String> reasons = new ArrayList<>();
        for (Peer peer : Peer.values()) {
            @Nullable Document measured = figures.of(peer);
            if (measured == null) {
                reasons.add("- %s: not part of this run.".formatted(peer.title()));
                continue;
            }
            for (Document reason : measured.getList("reasons", Document.class)) {
                int size = reason.getInteger("size");
                reasons.add("- %s, %s%s: %s"
                        .formatted(
                                peer.title(),
                                reason.getString("what"),
                                size == 0 ? "" : " at " + whole(size),
                                reason.getString("reason")));
            }
            for (int size : figures.sizes()) {
                partly(reasons, peer, size);
            }
        }
        if (!reasons.isEmpty()) {
            lines.add("");
            lines.add("### What was not measured, or not to its end");
            lines.add("");
            lines.addAll(reasons);
        }
    }

    /** A reading that was ended tells its rate so far; the whole would have taken at least as long as that rate says. */
    private void partly(List<String> reasons, Peer peer, int size) {
        for (String what : List.of("read", "replay", "stored")) {
            for (Document reading : figures.readings(peer, size, what)) {
                if (!reading.getBoolean("complete")) {
                    double rate = reading.getDouble("perSecond");
                    reasons.add("- %s, %s at %s: ended after %s of %s events; at %s/s the whole would take %s s"
                            .formatted(
                                    peer.title(),
                                    what,
                                    whole(size),
                                    whole(reading.get("events", Number.class).longValue()),
                                    whole(figures.events(peer, size)),
                                    whole(Math.round(rate)),
                                    whole(Math.round(figures.events(peer, size) / rate))));
                }
                long refused = reading.containsKey("refused")
                        ? reading.get("refused", Number.class).longValue()
                        : 0;
                if (refused > 0) {
                    reasons.add("- %s, %s at %s: %s events came before those that they build on"
                            .formatted(peer.title(), what, whole(size), whole(refused)));
                }
            }
        }
    }

    private void configurations(List<String> lines) {
        lines.add("");
        lines.add("### How each was set up");
        lines.add("");
        Document configurations = run.get("configurations", Document.class);
        for (Peer peer : Peer.values()) {
            lines.add("- **%s**: %s".formatted(peer.title(), configurations.getString(peer.id())));
        }
    }

    private static OptionalDouble quotient(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of(a.getAsDouble() / b.getAsDouble())
                : OptionalDouble.empty();
    }

    private static String ratio(OptionalDouble a, OptionalDouble b) {
        OptionalDouble quotient = quotient(a, b);
        return quotient.isPresent() ? say("%.2f", quotient.getAsDouble()) : UNKNOWN;
    }

    private static String rate(OptionalDouble value) {
        return value.isPresent() ? say("%,.0f", value.getAsDouble()) : UNKNOWN;
    }

    private static String pair(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && b.isPresent()
                ? say("%,.1f / ", a.getAsDouble()) + say("%,.1f", b.getAsDouble())
                : UNKNOWN;
    }

    private static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String say(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
