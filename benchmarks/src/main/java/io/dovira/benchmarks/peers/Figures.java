package io.dovira.benchmarks.peers;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What one run measured, by contestant, size and name; of several rounds the median. Empty where nothing was measured. */
record Figures(Document run) {

    List<Integer> sizes() {
        return run.getList("sizes", Integer.class);
    }

    @Nullable
    Document of(Peer peer) {
        return run.get("peers", Document.class).get(peer.id(), Document.class);
    }

    OptionalDouble append(Peer peer, int size, int inFlight, String figure) {
        return within(at(peer, size), "appends", Integer.toString(inFlight), figure);
    }

    OptionalDouble loading(Peer peer, int size) {
        return within(at(peer, size), "loading", "perSecond");
    }

    OptionalDouble reading(Peer peer, int size) {
        return within(at(peer, size), "read", "perSecond");
    }

    /** Empty too where most facts came in an order that the projection cannot take. */
    OptionalDouble replay(Peer peer, int size) {
        return within(at(peer, size), "replay", "perSecond");
    }

    OptionalDouble stored(int size) {
        return within(at(Peer.DOVIRA_LOG, size), "stored", "perSecond");
    }

    /** With the time that the service takes to start. */
    OptionalDouble storedWithStart(int size) {
        return within(at(Peer.DOVIRA_LOG, size), "stored", "perSecondWithStart");
    }

    OptionalDouble follow(Peer peer, int size, String figure) {
        return within(at(peer, size), "follow", figure);
    }

    OptionalDouble bytes(Peer peer, int size) {
        return within(at(peer, size), "bytes");
    }

    long events(Peer peer, int size) {
        return (long) within(at(peer, size), "events").orElse(0);
    }

    /** The readings of one kind, one by one. */
    List<Document> readings(Peer peer, int size, String what) {
        Document measured = at(peer, size);
        if (measured == null || !measured.containsKey(what)) {
            return List.of();
        }
        return measured.get(what) instanceof List<?> several
                ? several.stream().map(Document.class::cast).toList()
                : List.of(measured.get(what, Document.class));
    }

    /** The load of the machine when the contestant began and ended, at every size. */
    List<Double> loads(Peer peer) {
        return sizes().stream()
                .map(size -> at(peer, size))
                .filter(Objects::nonNull)
                .flatMap(measured -> Stream.of(measured.getDouble("load"), measured.getDouble("loadAtTheEnd")))
                .toList();
    }

    private @Nullable Document at(Peer peer, int size) {
        Document measured = of(peer);
        return measured == null ? null : measured.get(Integer.toString(size), Document.class);
    }

    private static OptionalDouble within(@Nullable Object from, String... path) {
        Object found = from;
        for (int i = 0; i < path.length && found != null; i++) {
            String name = path[i];
            found = switch (found) {
                case Document document -> document.get(name);
                case List<?> rounds -> median(rounds.stream().map(round -> ((Document) round).get(name)));
                default -> null;
            };
        }
        return found instanceof Number number ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
    }

    private static @Nullable Double median(Stream<? extends @Nullable Object> rounds) {
        double[] ascending = rounds.filter(Objects::nonNull)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .sorted()
                .toArray();
        if (ascending.length == 0) {
            return null;
        }
        int middle = ascending.length / 2;
        return ascending.length % 2 == 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
    }
}
