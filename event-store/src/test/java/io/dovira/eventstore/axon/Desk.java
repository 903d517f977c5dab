package io.dovira.eventstore.axon;

import org.jspecify.annotations.Nullable;

/** Facts of a desk, and their catalogue, as a service would give them. */
interface Desk {

    record Opened(String desk, int hours) implements Desk {}

    record Closed(String desk, String reason) implements Desk {}

    /** The catalogue; {@code desk.opened} is at its second revision. */
    FactTypes TYPES = new FactTypes() {
        @Override
        public String nameOf(Class<?> type) {
            if (type == Opened.class) {
                return "desk.opened";
            }
            if (type == Closed.class) {
                return "desk.closed";
            }
            throw new IllegalArgumentException(type + " is no fact");
        }

        @Override
        public int revisionOf(Class<?> type) {
            return nameOf(type).equals("desk.opened") ? 2 : 1;
        }

        @Override
        public @Nullable Class<?> classOf(String name, int revision) {
            return switch (name) {
                case "desk.opened" -> Opened.class;
                case "desk.closed" -> Closed.class;
                default -> null;
            };
        }
    };
}
