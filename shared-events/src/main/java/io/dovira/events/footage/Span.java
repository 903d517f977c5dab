package io.dovira.events.footage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A time from {@code from} to {@code to}; a moment if they are equal. */
public record Span(Instant from, Instant to) {
    public Span {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("ends before it begins: " + from + " to " + to);
        }
    }

    public boolean isMoment() {
        return from.equals(to);
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** Whether they have more than an edge in common; a moment counts when the other holds it. */
    public boolean meets(Span other) {
        if (isMoment() || other.isMoment()) {
            return !from.isAfter(other.to) && !other.from.isAfter(to);
        }
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    Span widened(Duration each) {
        return new Span(from.minus(each), to.plus(each));
    }

    /** What is left of this when the others are taken out, in order. */
    public List<Span> without(List<Span> others) {
        List<Span> left = new ArrayList<>(List.of(this));
        for (Span other : others) {
            List<Span> next = new ArrayList<>();
            for (Span piece : left) {
                if (!piece.meets(other)) {
                    next.add(piece);
                    continue;
                }
                if (piece.from.isBefore(other.from)) {
                    next.add(new Span(piece.from, other.from));
                }
                if (other.to.isBefore(piece.to)) {
                    next.add(new Span(other.to, piece.to));
                }
            }
            left = next;
        }
        return left;
    }
}
