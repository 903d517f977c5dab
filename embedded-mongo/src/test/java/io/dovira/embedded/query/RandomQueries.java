package io.dovira.embedded.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Draws documents, filters, sorts and updates over a few fields with few values, so that most queries find something. */
final class RandomQueries {

    private static final List<String> PATHS =
            List.of("a", "b", "arr", "m", "n.x", "ev.s", "ev.q", "_id", "d", "missing");
    /** There the peer wants one element to meet both ends of a range; MongoDB takes any for each. */
    private static final List<String> MEETS_ARRAYS = List.of("arr", "m", "ev.s", "ev.q");

    private static final List<String> SORTS = List.of("a", "b", "arr", "n.x", "ev.s", "ev.q", "d");

    private final Random random;

    RandomQueries(long seed) {
        random = new Random(seed);
    }

    Document document(int id) {
        Document document = new Document("_id", random.nextInt(4) == 0 ? (Object) (long) id : (Object) id);
        sometimes(document, "a", this::value);
        sometimes(document, "b", this::value);
        sometimes(document, "arr", () -> filled(this::value));
        sometimes(document, "m", () -> list(this::value));
        sometimes(document, "n", () -> random.nextInt(5) == 0 ? value() : new Document("x", value()));
        sometimes(document, "ev", () -> random.nextInt(6) == 0 ? event() : filled(this::event));
        sometimes(document, "d", () -> new BsonDateTime(random.nextInt(10)));
        return document;
    }

    Document filter() {
        Document filter = new Document();
        for (int i = random.nextInt(3); i >= 0; i--) {
            if (random.nextInt(8) == 0) {
                String junction = pick(List.of("$and", "$or", "$nor"));
                filter.append(junction, List.of(condition(), condition()));
            } else {
                filter.putAll(condition());
            }
        }
        return filter;
    }

    /** Ends with the id, so that the order is total. */
    Document sort() {
        Document sort = new Document();
        for (int i = random.nextInt(3); i > 0; i--) {
            sort.append(pick(SORTS), direction());
        }
        return sort.append("_id", direction());
    }

    Document update() {
        return switch (random.nextInt(6)) {
            case 0 -> new Document("$set", new Document("a", value()));
            case 1 -> new Document("$set", new Document("n", new Document("x", value())));
            case 2 -> new Document("$unset", new Document(pick(List.of("a", "b", "arr", "ev")), ""));
            case 3 -> new Document("$set", new Document("ev", filled(this::event)));
            case 4 ->
                new Document(
                        "$set",
                        new Document("arr", filled(this::value))
                                .append("m", list(this::value))
                                .append("b", value()));
            default -> new Document("$set", new Document("b", random.nextInt(1000)));
        };
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private Document condition() {
        String path = pick(PATHS);
        if (path.equals("ev.s") && random.nextInt(4) == 0) {
            return new Document("ev", new Document("$elemMatch", new Document("s", text()).append("q", test("q"))));
        }
        return new Document(path, test(path));
    }

    private @Nullable Object test(String path) {
        Supplier<Object> value = path.equals("d") ? () -> new BsonDateTime(random.nextInt(10)) : this::scalar;
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> path.equals("d") ? value.get() : value();
            case 3 -> new Document("$in", list(this::value));
            case 4 -> new Document("$gt", value.get());
            case 5 -> new Document("$gte", value.get());
            case 6 -> new Document("$lt", value.get());
            case 7 -> new Document("$lte", value.get());
            case 8 -> {
                Document range = new Document("$gte", value.get());
                yield MEETS_ARRAYS.contains(path) ? range : range.append("$lt", value.get());
            }
            case 9 -> new Document("$ne", value());
            case 10 -> new Document("$exists", random.nextBoolean());
            case 11 -> new Document("$not", new Document("$gt", value.get()));
            case 12 -> new Document("$nin", list(this::value));
            default -> new Document("$regex", "^" + pick(List.of("x", "xy", "y", "z")));
        };
    }

    private Document event() {
        Document event = new Document();
        sometimes(event, "s", this::text);
        sometimes(event, "q", this::value);
        return event;
    }

    /** What is sorted by is never an empty array: the peer puts it before null and before itself. */
    private List<Object> filled(Supplier<? extends @Nullable Object> element) {
        List<Object> list = list(element);
        list.add(element.get());
        return list;
    }

    private @Nullable Object value() {
        return random.nextInt(10) == 0 ? null : scalar();
    }

    private Object scalar() {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextInt(8) / 2.0;
            case 1 -> (long) random.nextInt(6);
            case 2 -> text();
            default -> random.nextInt(6);
        };
    }

    private String text() {
        return pick(List.of("x", "xy", "xyz", "y", "", "z"));
    }

    private List<Object> list(Supplier<? extends @Nullable Object> element) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(element.get());
        }
        return list;
    }

    private void sometimes(Document document, String field, Supplier<? extends @Nullable Object> value) {
        if (random.nextInt(5) > 0) {
            document.append(field, value.get());
        }
    }

    private int direction() {
        return random.nextBoolean() ? 1 : -1;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
