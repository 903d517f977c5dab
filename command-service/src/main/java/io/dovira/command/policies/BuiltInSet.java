package io.dovira.command.policies;

import io.dovira.command.platform.Append;
import io.dovira.command.platform.EventIds;
import io.dovira.command.platform.NewFact;
import io.dovira.command.platform.Outcome;
import io.dovira.command.platform.Recorder;
import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.Origin;
import io.dovira.events.TimeQuality;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.policies.CalendarHistory;
import io.dovira.events.policies.CalendarPublished;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.policies.PolicyHistory;
import io.dovira.events.policies.PolicyPublished;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Records the built-in policies that the log does not hold yet, before the first request is answered. Their ids are made of policy and version, so any
 * number of services that start at once record each of them once. A policy that the site has gone on with by itself is left to the site.
 */
@Component
final class BuiltInSet implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BuiltInSet.class);
    private static final int ATTEMPTS = 5;
    private static final String ACTOR = "system";

    private final Policies policies;
    private final Recorder recorder;
    private final Clock clock;
    private final PoliciesProperties properties;
    private volatile boolean running;

    BuiltInSet(Policies policies, Recorder recorder, Clock clock, PoliciesProperties properties) {
        this.policies = policies;
        this.recorder = recorder;
        this.clock = clock;
        this.properties = properties;
    }

    @Override
    public void start() {
        List<Fact> wanted = switch (properties.builtIn()) {
            case UKRAINE -> BuiltInPolicies.facts();
            case NONE -> List.of();
        };
        for (int attempt = 1; ; attempt++) {
            List<Append> missing = missing(wanted, policies.current());
            if (missing.isEmpty() || record(missing)) {
                break;
            }
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("the built-in policies could not be recorded; see above");
            }
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server and the simulator: both rest on the rules. */
    @Override
    public int getPhase() {
        return 0;
    }

    private boolean record(List<Append> missing) {
        boolean all = true;
        for (Outcome outcome : recorder.record(missing)) {
            switch (outcome) {
                case Outcome.Done done -> LOG.debug("built-in policies are at position {}", done.lastPosition());
                case Outcome.Taken taken -> {
                    LOG.info("another service records policies too: {}", taken.reason());
                    all = false;
                }
                case Outcome.Unavailable none -> {
                    LOG.warn("the log does not answer: {}", none.reason());
                    all = false;
                }
            }
        }
        return all;
    }

    /** One append for each stream that goes on; each version right behind the one before. */
    private List<Append> missing(List<Fact> wanted, PolicyBook known) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<String, List<NewFact>> byStream = new LinkedHashMap<>();
        Map<String, Integer> beginnings = new LinkedHashMap<>();
        PolicyBook book = known;
        for (Fact fact : wanted) {
            Place place = place(fact, book);
            if (place.missing()) {
                beginnings.putIfAbsent(place.stream(), place.sequence());
                byStream.computeIfAbsent(place.stream(), stream -> new ArrayList<>())
                        .add(new NewFact(EventIds.of("built-in\0" + place.name()), now, fact, meta()));
                book = book.after(fact, now);
            }
        }
        List<Append> appends = new ArrayList<>();
        byStream.forEach((stream, facts) -> appends.add(new Append(stream, beginnings.getOrDefault(stream, 0), facts)));
        return appends;
    }

    /**
     * Where a fact belongs.
     *
     * @param name of what it tells, the same in every service
     * @param missing whether it is the next that the stream lacks
     */
    private record Place(String stream, int sequence, String name, boolean missing) {}

    private static Place place(Fact fact, PolicyBook book) {
        return switch (fact) {
            case PolicyPublished f -> {
                int versions =
                        book.history(f.policy()).map(h -> h.versions().size()).orElse(0);
                int facts = book.history(f.policy()).map(PolicyHistory::facts).orElse(0);
                yield new Place(
                        f.policy().stream(), facts, f.policy() + "@" + f.version(), f.version() == versions + 1);
            }
            case CalendarPublished f -> {
                List<CalendarPublished> published = book.calendar(f.calendar())
                        .map(CalendarHistory::published)
                        .orElse(List.of());
                int facts =
                        book.calendar(f.calendar()).map(CalendarHistory::facts).orElse(0);
                yield new Place(
                        f.calendar().stream(),
                        facts,
                        f.calendar() + "@" + f.firstDay(),
                        published.stream().noneMatch(other -> other.firstDay().equals(f.firstDay())));
            }
            default -> throw new IllegalStateException("the built-in set holds no " + fact);
        };
    }

    private static Meta meta() {
        return new Meta(ACTOR, ACTOR, "built-in-policies", null, null, TimeQuality.EXACT, Origin.LIVE);
    }
}
