package io.dovira.command.appeals;

import io.dovira.command.pages.ActForm;
import io.dovira.command.pages.ActForm.Choice;
import io.dovira.command.pages.ActForm.Field;
import io.dovira.command.pages.ActForm.Kind;
import io.dovira.events.AppealId;
import io.dovira.events.OrganisationId;
import io.dovira.events.StaffId;
import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.AppealProcedure;
import io.dovira.events.appeals.AppealState;
import io.dovira.events.appeals.AppealTopic;
import io.dovira.events.appeals.DeclineGround;
import io.dovira.events.visits.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What can be done on the page of an appeal. Each act brings a sample of its command, and the decider says of the sample in which states it fits. */
final class AppealActs {
    private static final AppealId ANY = new AppealId("any");
    private static final OrganisationId ELSEWHERE = new OrganisationId("elsewhere");
    private static final String VALUE = "correction.value.";

    private enum Group {
        WORK,
        TERM,
        END
    }

    private record Act(String name, Group group, AppealCommand sample, List<Field> fields) {}

    private static final Field LETTER = Field.optional("letter", Kind.LETTER);
    private static final Field REASON = Field.of("reason", Kind.TEXT);
    private static final Field TO = Field.of("to", Kind.TEXT);
    private static final Field PROCEDURE = Field.oneOf(
            "procedure",
            // The usual one first: that is what is chosen before anybody chooses.
            Stream.of(AppealProcedure.NORMAL, AppealProcedure.SIMPLE)
                    .map(each -> new Choice(each.name(), "work.procedure." + each))
                    .toList());

    private static final List<Act> ALL = List.of(
            act("register", Group.WORK, new RegisterAppeal(ANY, AppealProcedure.NORMAL), PROCEDURE),
            act("receive-info", Group.WORK, new ReceiveInfo(ANY, null), LETTER),
            act(
                    "answer",
                    Group.WORK,
                    new SendAnswer(ANY, AnswerOutcome.SATISFIED, null),
                    Field.oneOf("outcome", AnswerOutcome.class, VALUE),
                    LETTER),
            act("request-info", Group.WORK, new RequestInfo(ANY)),
            act(
                    "assign",
                    Group.WORK,
                    new AssignAppeal(ANY, new StaffId("somebody"), null),
                    Field.of("staff", Kind.SELF),
                    Field.kept("from", "staff")),
            act("acknowledge", Group.WORK, new SendAcknowledgement(ANY, false)),
            act("reopen", Group.WORK, new ReopenAppeal(ANY, AppealProcedure.NORMAL, "reason"), REASON, PROCEDURE),
            act(
                    "extend",
                    Group.TERM,
                    new ExtendTerm(ANY, LocalDate.EPOCH, "reason", Instant.EPOCH),
                    Field.of("until", Kind.DAY),
                    REASON,
                    Field.of("toldAt", Kind.MOMENT)),
            act(
                    "shorten",
                    Group.TERM,
                    new ShortenTerm(ANY, LocalDate.EPOCH, "reason"),
                    Field.of("until", Kind.DAY),
                    REASON),
            act("forward", Group.END, new ForwardAppeal(ANY, ELSEWHERE), TO),
            act(
                    "decline",
                    Group.END,
                    new DeclineAppeal(ANY, DeclineGround.ANONYMOUS, null),
                    Field.oneOf("ground", DeclineGround.class, "work.ground."),
                    Field.optional("earlier", Kind.TEXT)),
            act("withdraw", Group.END, new WithdrawAppeal(ANY)),
            act("higher-complaint", Group.END, new LodgeHigherComplaint(ANY, ELSEWHERE), TO));

    /** How an appeal begins. */
    static final ActForm LODGE = new ActForm(
            "lodge",
            Group.WORK.name(),
            List.of(),
            false,
            List.of(
                    Field.of("office", Kind.OFFICE),
                    Field.oneOf(
                            "channel",
                            // What comes to a desk is lodged there, so here the letter box goes first.
                            Stream.of(Channel.POST, Channel.ONLINE, Channel.FIELD, Channel.IN_PERSON, Channel.PHONE)
                                    .map(each -> new Choice(each.name(), VALUE + each))
                                    .toList()),
                    Field.oneOf("kind", AppealKind.class, VALUE),
                    Field.oneOf("topic", AppealTopic.class, VALUE),
                    Field.optional("applicant", Kind.PERSON),
                    Field.of("benefitHolder", Kind.CHECK),
                    LETTER));

    private AppealActs() {}

    /** What fits the state. */
    static List<ActForm> of(AppealState state) {
        return forms(ALL.stream().filter(act -> AppealDecider.fits(state, act.sample())));
    }

    /** Whatever can be done in some state. */
    static List<ActForm> all() {
        return forms(ALL.stream());
    }

    private static List<ActForm> forms(Stream<Act> acts) {
        return acts.map(act -> new ActForm(act.name(), act.group().name(), List.of(), false, act.fields()))
                .toList();
    }

    private static Act act(String name, Group group, AppealCommand sample, Field... fields) {
        return new Act(name, group, sample, List.of(fields));
    }
}
