package io.dovira.command.platform;

import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.TimeQuality;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.MetaDataCommandTargetResolver;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

/** Axon's fixture for our aggregates: commands travel beside their intent and stream, as {@link Commands} sends them. */
public final class AggregateFixtures {
    private AggregateFixtures() {}

    /** @param surroundings what the command handlers ask for beside the command */
    public static <A> AggregateTestFixture<A> fixture(Class<A> type, Object surroundings) {
        AggregateTestFixture<A> fixture = new AggregateTestFixture<>(type);
        fixture.registerCommandTargetResolver(new MetaDataCommandTargetResolver(Commands.STREAM));
        fixture.registerInjectableResource(surroundings);
        return fixture;
    }

    /** Facts of the past, one a minute from {@code first} on, then the command. */
    public static <A> ResultValidator<A> when(
            AggregateTestFixture<A> fixture, Instant first, List<? extends Fact> past, CommandMessage<Object> command) {
        List<EventMessage<?>> happened = new ArrayList<>();
        for (Fact fact : past) {
            happened.add(happened(fact, first.plus(Duration.ofMinutes(happened.size()))));
        }
        return happened.isEmpty()
                ? fixture.givenNoPriorActivity().when(command)
                : fixture.given(happened).when(command);
    }

    public static CommandMessage<Object> command(Subject<?, ?> subject, String stream, Object command, Intent intent) {
        return new GenericCommandMessage<>(
                new GenericMessage<>(command, MetaData.from(Map.of(Commands.STREAM, stream, Intent.KEY, intent))),
                subject.name());
    }

    /** A clerk for every office, who says when it happens. */
    public static Intent intent(Instant at) {
        return new Intent(
                "p-1", "clerk", office -> true, "c-1", Moment.at(at, at), TimeQuality.EXACT, "seed", "digest");
    }

    /** The same, by the clock of the service and not by what the clerk says. */
    public static Intent now(Instant now) {
        return new Intent("p-1", "clerk", office -> true, "c-1", Moment.now(now), TimeQuality.EXACT, "seed", "digest");
    }

    /** The same for one office only. */
    public static Intent intent(Instant at, OfficeId only) {
        return new Intent("p-1", "clerk", only::equals, "c-1", Moment.at(at, at), TimeQuality.EXACT, "seed", "digest");
    }

    /** What stands in the metadata of the n-th fact of {@link #intent}. */
    public static String eventId(int index) {
        return EventIds.of("seed/" + index);
    }

    public static Matcher<Object> declined(Reason reason) {
        return new CustomTypeSafeMatcher<>("declined because of " + reason) {
            @Override
            protected boolean matchesSafely(Object verdict) {
                return verdict instanceof Verdict.Declined no
                        && no.refusal().reason().equals(reason);
            }
        };
    }

    public static Matcher<Object> accepted(int facts, Object state) {
        return new CustomTypeSafeMatcher<>(facts + " facts and " + state) {
            @Override
            protected boolean matchesSafely(Object verdict) {
                return verdict instanceof Verdict.Accepted yes
                        && yes.eventIds()
                                .equals(IntStream.range(0, facts)
                                        .mapToObj(AggregateFixtures::eventId)
                                        .toList())
                        && yes.state().equals(state);
            }
        };
    }

    private static EventMessage<Fact> happened(Fact fact, Instant at) {
        return new GenericEventMessage<>(fact, Map.of(OccurredAt.KEY, at.toString()));
    }
}
