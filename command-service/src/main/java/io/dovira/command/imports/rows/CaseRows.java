package io.dovira.command.imports.rows;

import io.dovira.command.imports.mapping.Mapping;
import io.dovira.command.imports.mapping.Subject.Cases;
import io.dovira.command.imports.mapping.Subject.Steps;
import io.dovira.command.imports.mapping.TextRule;
import io.dovira.command.imports.rows.Draft.Told;
import io.dovira.command.imports.source.Row;
import io.dovira.events.CaseId;
import io.dovira.events.TimeQuality;
import io.dovira.events.cases.CaseClosed;
import io.dovira.events.cases.CaseFact;
import io.dovira.events.cases.CaseOpened;
import io.dovira.events.cases.CaseResponded;
import io.dovira.events.cases.CaseStepRecorded;
import io.dovira.events.offices.ServiceOffered;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cases: one row each, one row per step, or one trace each. The source is taken at its word, oddities are warnings. */
final class CaseRows implements RowKind {

    private final Mapping mapping;
    private final Cases rule;
    private final Offices offices;
    private final Times times;

    CaseRows(Mapping mapping, Cases rule, Offices offices, Times times) {
        this.mapping = mapping;
        this.rule = rule;
        this.offices = offices;
        this.times = times;
    }

    /** What the facts of one case have in common. {@code oddity}: what is odd about the office. */
    private record Subject(
            String source,
            CaseId id,
            String written,
            Offices.Site site,
            @Nullable String oddity,
            ServiceOffered service,
            String channel,
            String actor) {

        List<String> with(List<String> warnings) {
            if (oddity != null) {
                warnings.add(oddity);
            }
            return warnings;
        }

        Draft draft(String step, Moment at, TimeQuality quality, CaseFact fact, String by, Told told) {
            return new Draft(
                    id.stream(),
                    FactIds.of(source, "case " + id.value(), step),
                    at.at(),
                    fact,
                    quality,
                    by,
                    "case " + written,
                    fact instanceof CaseOpened,
                    told);
        }

        Place place(Moment at) {
            return new Place(site.written(), site.office(), service.service().value(), service, at.at());
        }
    }

    private record Step(String key, String activity, Moment at, Draft draft) {}

    @Override
    public Outcome single(Row row) throws RowRefused {
        Subject subject = subject(row);
        CaseDates dates = CaseDates.of(row, rule, times, subject.site().zone());
        if (mapping.rowPerStep()) {
            return step(row, subject, dates);
        }
        Moment opened = dates.opened();
        if (opened == null) {
            throw new RowRefused("no opening time");
        }
        List<Draft> drafts = milestones(row, subject, dates, opened, dates.responded(), Told.ONCE);
        return new Outcome.Facts(
                row.line(), subject.place(opened), drafts, subject.with(dates.warnings(opened, List.of())));
    }

    /** Rows of one case come one by one: the first opens it, and the first step that is a response is the response. */
    private Outcome step(Row row, Subject subject, CaseDates dates) throws RowRefused {
        Step step = step(row, subject);
        Moment opened = dates.opened();
        Moment start = opened == null ? step.at() : opened;
        List<Draft> drafts = milestones(row, subject, dates, start, dates.responded(), Told.ALIKE);
        if (opened == null) {
            drafts.set(0, opening(subject, start, dates.due(), Told.FIRST));
        }
        drafts.add(1, step.draft());
        if (rule.respondedBy().contains(step.activity())) {
            drafts.add(responded(subject, step.at(), Told.FIRST));
        }
        return new Outcome.Facts(
                row.line(), subject.place(start), drafts, subject.with(dates.warnings(start, List.of(step.at()))));
    }

    @Override
    public List<Outcome> together(Row trace, List<Row> events) throws RowRefused {
        Subject subject = subject(trace);
        CaseDates dates = CaseDates.of(trace, rule, times, subject.site().zone());
        List<Outcome> outcomes = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Row event : events) {
            try {
                Step step = step(event, subject);
                if (!keys.add(step.key())) {
                    throw new RowRefused("the step " + Texts.shortened(step.key()) + " stands twice in its trace");
                }
                steps.add(step);
                String oddity = step.at().oddity();
                outcomes.add(new Outcome.Facts(
                        event.line(),
                        subject.place(step.at()),
                        List.of(step.draft()),
                        oddity == null ? List.of() : List.of(oddity)));
            } catch (RowRefused e) {
                outcomes.add(new Outcome.Rejected(event.line(), e.reason()));
            }
        }
        if (steps.isEmpty()) {
            return outcomes;
        }
        if (dates.opened() == null && rule.opened() != null) {
            throw new RowRefused("no opening time");
        }
        Moment start = dates.opened() == null ? earliest(steps, null) : dates.opened();
        Moment responded = dates.responded() == null ? earliest(steps, rule.respondedBy()) : dates.responded();
        Moment opened = Objects.requireNonNull(start);
        tellWithFirst(
                outcomes,
                milestones(trace, subject, dates, opened, responded, Told.ONCE),
                subject.with(dates.warnings(opened, steps.stream().map(Step::at).toList())));
        return outcomes;
    }

    /** The facts of the trace itself are counted with the first of its events that can be used. */
    private static void tellWithFirst(List<Outcome> outcomes, List<Draft> drafts, List<String> warnings) {
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Facts facts) {
                List<Draft> all = new ArrayList<>(drafts);
                all.addAll(facts.drafts());
                List<String> odd = new ArrayList<>(warnings);
                odd.addAll(facts.warnings());
                outcomes.set(i, new Outcome.Facts(facts.line(), facts.place(), all, odd));
                return;
            }
        }
    }

    private static @Nullable Moment earliest(List<Step> steps, @Nullable Set<String> activities) {
        return steps.stream()
                .filter(step -> activities == null || activities.contains(step.activity()))
                .map(Step::at)
                .min(Comparator.comparing(Moment::at))
                .orElse(null);
    }

    private Subject subject(Row row) throws RowRefused {
        Offices.Site site = offices.site(row);
        String written = Texts.required(row, rule.id(), "case id");
        return new Subject(
                mapping.source(),
                new CaseId(mapping.source() + "." + Slug.exact(written)),
                Texts.shortened(written),
                site,
                offices.oddity(row, site),
                offices.service(row, rule.service(), site),
                Texts.required(row, rule.channel(), "channel"),
                actor(row, mapping.actor()));
    }

    /** The opening, then what else is known of response and closing. */
    private List<Draft> milestones(
            Row row, Subject subject, CaseDates dates, Moment opened, @Nullable Moment responded, Told told)
            throws RowRefused {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(opening(subject, opened, dates.due(), told));
        if (responded != null) {
            drafts.add(responded(subject, responded, told));
        }
        Moment closed = dates.closed();
        if (closed != null) {
            String outcome = Texts.of(row, rule.outcome());
            CaseClosed fact = new CaseClosed(subject.id(), outcome.isEmpty() ? null : outcome);
            drafts.add(subject.draft("closed", closed, closed.quality(), fact, subject.actor(), told));
        }
        return drafts;
    }

    private static Draft opening(Subject subject, Moment opened, @Nullable Moment due, Told told) {
        CaseOpened fact = new CaseOpened(
                subject.id(),
                subject.site().office().office(),
                subject.service().service(),
                subject.service().name(),
                subject.channel(),
                due == null ? null : due.at());
        return subject.draft("opened", opened, CaseDates.quality(opened, due), fact, subject.actor(), told);
    }

    private static Draft responded(Subject subject, Moment at, Told told) {
        return subject.draft("responded", at, at.quality(), new CaseResponded(subject.id()), subject.actor(), told);
    }

    private Step step(Row row, Subject subject) throws RowRefused {
        Steps steps = Objects.requireNonNull(rule.steps());
        Moment at = times.required(row, steps.at(), subject.site().zone(), Shift.NONE, "time of the step");
        String activity = Texts.required(row, steps.activity(), "activity");
        String resource = Texts.of(row, steps.resource());
        String group = Texts.of(row, steps.group());
        String id = Texts.of(row, steps.id());
        String key = id.isEmpty() ? (activity + " " + at.at() + " " + resource).strip() : id;
        CaseStepRecorded fact = new CaseStepRecorded(
                subject.id(), activity, resource.isEmpty() ? null : resource, group.isEmpty() ? null : group);
        String by = resource.isEmpty() ? subject.actor() : resource;
        return new Step(key, activity, at, subject.draft("step " + key, at, at.quality(), fact, by, Told.ONCE));
    }

    static String actor(Row row, TextRule rule) throws RowRefused {
        String actor = Texts.of(row, rule);
        return actor.isEmpty() ? "import" : actor;
    }
}
