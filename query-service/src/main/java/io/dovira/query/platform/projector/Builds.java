package io.dovira.query.platform.projector;

import io.dovira.query.platform.Build;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which builds of a projection there are, and which of them is shown: one document, replaced as a whole, so that every service sees the same.
 * Pure: each method gives the next state or refuses.
 *
 * <pre>
 *   rebuild asked -> FILLING -> COMPARING -> same, or a new version that takes no fact less: it is shown, the one before is kept
 *                       |           |
 *                       |           +------> else: HELD until somebody takes it or drops it
 *                       +-> cancelled: discarded
 * </pre>
 *
 * @param revision how often it was changed
 * @param lastNumber of the builds there ever were
 * @param live the one that is shown
 * @param kept the one that was shown before; follows on until it is discarded
 * @param rebuild what is being made
 * @param goBack somebody wants the kept one shown again
 * @param discarded nobody needs them any more; their documents are being removed
 * @param deeds what was done, newest first
 */
record Builds(
        String projection,
        long revision,
        int lastNumber,
        Build live,
        @Nullable Build kept,
        @Nullable Rebuild rebuild,
        @Nullable Wish goBack,
        List<Build> discarded,
        List<Deed> deeds) {

    private static final int MOST_DEEDS = 20;

    /** @param by whose pseudonym, or {@code system} */
    record Wish(String by, Instant at) {}

    /**
     * @param phase how far it is
     * @param comparison what was found when it was compared last; null before
     * @param taken who wants it shown although it differs
     */
    record Rebuild(
            Build build,
            Phase phase,
            Wish asked,
            @Nullable Comparison comparison,
            @Nullable Wish taken) {

        Rebuild in(Phase next, @Nullable Comparison found) {
            return new Rebuild(build, next, asked, found, taken);
        }
    }

    enum Phase {
        FILLING,
        COMPARING,
        HELD
    }

    /** What was done with a build, who asked for it, and when. */
    record Deed(
            What what,
            Build build,
            String by,
            Instant at,
            @Nullable Long position,
            @Nullable Comparison comparison) {}

    enum What {
        ASKED,
        SWITCHED,
        HELD,
        CANCELLED,
        WENT_BACK,
        DISCARDED
    }

    /** It cannot be done in this state. */
    static final class NotNow extends RuntimeException {
        private final String type;

        NotNow(String type, String why) {
            super(why);
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    Builds {
        discarded = List.copyOf(discarded);
        deeds = List.copyOf(deeds.subList(0, Math.min(MOST_DEEDS, deeds.size())));
    }

    static Builds begin(Build live) {
        return new Builds(live.projection(), 0, live.number(), live, null, null, null, List.of(), List.of());
    }

    /** Those that some service keeps going. */
    Stream<Build> inUse() {
        List<Build> all = new ArrayList<>(List.of(live));
        if (kept != null) {
            all.add(kept);
        }
        if (rebuild != null) {
            all.add(rebuild.build());
        }
        return all.stream();
    }

    /** The one that a service with this version of the fold shows: its own, as long as there is one. */
    Build shownBy(int version) {
        return live.version() != version && kept != null && kept.version() == version ? kept : live;
    }

    Builds asked(int version, Wish wish) {
        if (rebuild != null) {
            throw new NotNow(
                    "rebuild-going-on",
                    "a rebuild is going on: " + rebuild.build().name());
        }
        Build next = new Build(projection, version, lastNumber + 1);
        return with(live, kept, new Rebuild(next, Phase.FILLING, wish, null, null), null, discarded)
                .numbered(next.number())
                .having(What.ASKED, next, wish, null, null);
    }

    Builds cancelled(Wish wish) {
        Rebuild gone = going();
        return with(live, kept, null, goBack, and(discarded, gone.build()))
                .having(What.CANCELLED, gone.build(), wish, null, gone.comparison());
    }

    /** Filled up to the head: now it is compared. */
    Builds comparing(Build build) {
        return with(live, kept, going(build).in(Phase.COMPARING, null), goBack, discarded);
    }

    /** It is not what is shown, and waits for somebody's decision. */
    Builds held(Build build, Comparison found) {
        Rebuild held = going(build).in(Phase.HELD, found);
        return with(live, kept, held, goBack, discarded)
                .having(What.HELD, build, new Wish("system", found.at()), found.position(), found);
    }

    /** Somebody has looked at the differences and wants it all the same. */
    Builds taken(Wish wish) {
        Rebuild held = going();
        if (held.phase() != Phase.HELD) {
            throw new NotNow("not-held", "the rebuild has not been stopped by a difference");
        }
        return with(
                live,
                kept,
                new Rebuild(held.build(), Phase.COMPARING, held.asked(), held.comparison(), wish),
                goBack,
                discarded);
    }

    /** The new one is shown from now on. */
    Builds switched(Build build, long position, Comparison found, Instant at) {
        Rebuild done = going(build);
        Wish by = done.taken() == null ? done.asked() : done.taken();
        return with(build, live, null, null, and(discarded, kept))
                .having(What.SWITCHED, build, new Wish(by.by(), at), position, found);
    }

    Builds backAsked(int version, Wish wish) {
        if (kept == null) {
            throw new NotNow("nothing-kept", "no earlier build is kept");
        }
        if (rebuild != null) {
            throw new NotNow(
                    "rebuild-going-on",
                    "a rebuild is going on: " + rebuild.build().name());
        }
        if (kept.version() != version) {
            throw new NotNow(
                    "another-version",
                    kept.name() + " was made by version " + kept.version() + " of the fold, this service knows version "
                            + version + ": start the release before; it shows its own build at once");
        }
        return with(live, kept, null, wish, discarded);
    }

    /** The kept one has caught up: it is shown again, and the other is kept. */
    Builds wentBack(Build build, long position, Instant at) {
        if (goBack == null || !build.equals(kept)) {
            throw new NotNow("nothing-kept", "nobody wants to go back to " + build.name());
        }
        return with(build, live, rebuild, null, discarded)
                .having(What.WENT_BACK, build, new Wish(goBack.by(), at), position, null);
    }

    Builds keptDiscarded(Wish wish) {
        if (kept == null) {
            throw new NotNow("nothing-kept", "no earlier build is kept");
        }
        return with(live, null, rebuild, null, and(discarded, kept)).having(What.DISCARDED, kept, wish, null, null);
    }

    /** Nothing is left of it. */
    Builds removed(Build build) {
        return with(
                live,
                kept,
                rebuild,
                goBack,
                discarded.stream().filter(other -> !other.equals(build)).toList());
    }

    private Rebuild going() {
        if (rebuild == null) {
            throw new NotNow("no-rebuild", "no rebuild is going on");
        }
        return rebuild;
    }

    private Rebuild going(Build build) {
        Rebuild now = going();
        if (!now.build().equals(build)) {
            throw new NotNow("no-rebuild", build.name() + " is not being rebuilt any more");
        }
        return now;
    }

    private Builds with(
            Build nextLive,
            @Nullable Build nextKept,
            @Nullable Rebuild nextRebuild,
            @Nullable Wish nextGoBack,
            List<Build> nextDiscarded) {
        return new Builds(
                projection,
                revision + 1,
                lastNumber,
                nextLive,
                nextKept,
                nextRebuild,
                nextGoBack,
                nextDiscarded,
                deeds);
    }

    private Builds numbered(int number) {
        return new Builds(projection, revision, number, live, kept, rebuild, goBack, discarded, deeds);
    }

    private Builds having(What what, Build build, Wish wish, @Nullable Long position, @Nullable Comparison found) {
        List<Deed> all = new ArrayList<>(deeds);
        all.addFirst(new Deed(what, build, wish.by(), wish.at(), position, found));
        return new Builds(projection, revision, lastNumber, live, kept, rebuild, goBack, discarded, all);
    }

    private static List<Build> and(List<Build> builds, @Nullable Build another) {
        if (another == null) {
            return builds;
        }
        List<Build> all = new ArrayList<>(builds);
        all.add(another);
        return all;
    }
}
