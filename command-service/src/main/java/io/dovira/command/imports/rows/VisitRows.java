package io.dovira.command.imports.rows;

import io.dovira.command.imports.mapping.Mapping;
import io.dovira.command.imports.mapping.Subject.Visits;
import io.dovira.command.imports.mapping.TimeRule;
import io.dovira.command.imports.rows.Draft.Told;
import io.dovira.command.imports.source.Row;
import io.dovira.events.DeskId;
import io.dovira.events.StaffId;
import io.dovira.events.TimeQuality;
import io.dovira.events.VisitId;
import io.dovira.events.offices.ServiceOffered;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.ServiceFinished;
import io.dovira.events.visits.ServiceStarted;
import io.dovira.events.visits.TicketIssued;
import io.dovira.events.visits.Visit;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.visits.VisitorAbandoned;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.events.visits.VisitorCalled;
import io.dovira.events.visits.VisitorNoShow;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Visits, one row per ticket with a column for each milestone. Held to the order of a real visit: a row that breaks it is refused. */
final class VisitRows implements RowKind {

    private static final String UNKNOWN = "unknown";

    private final Mapping mapping;
    private final Visits rule;
    private final Offices offices;
    private final Times times;
    private final ClockPlan clocks;

    VisitRows(Mapping mapping, Visits rule, Offices offices, Times times, ClockPlan clocks) {
        this.mapping = mapping;
        this.rule = rule;
        this.offices = offices;
        this.times = times;
        this.clocks = clocks;
    }

    /** The milestones of a row, those that it has. */
    private record Milestones(
            @Nullable Moment appointment,
            Moment arrived,
            Moment ticketed,
            @Nullable Moment called,
            @Nullable Moment started,
            @Nullable Moment finished,
            @Nullable Moment abandoned,
            @Nullable Moment noShow) {

        /** Refuses what a visit cannot be. */
        void check() throws RowRefused {
            if (started != null && called == null) {
                throw new RowRefused("service started without a call");
            }
            if (finished != null && started == null) {
                throw new RowRefused("service finished but never started");
            }
            if (noShow != null && (called == null || started != null)) {
                throw new RowRefused(called == null ? "no-show without a call" : "no-show, yet service started");
            }
            if (abandoned != null && started != null) {
                throw new RowRefused("left while waiting, yet service started");
            }
            if (abandoned != null && noShow != null) {
                throw new RowRefused("both left while waiting and no-show");
            }
            inOrder("arrival", arrived, "ticket", ticketed);
            inOrder("ticket", ticketed, "call", called);
            inOrder("call", called, "start of service", started);
            inOrder("start of service", started, "end of service", finished);
            inOrder("call", called, "no-show", noShow);
            inOrder("ticket", ticketed, "leaving", abandoned);
            inOrder("call", called, "leaving", abandoned);
        }

        private static void inOrder(String first, @Nullable Moment a, String second, @Nullable Moment b)
                throws RowRefused {
            if (a != null && b != null && b.at().isBefore(a.at())) {
                throw new RowRefused(second + " at " + b.at() + " lies before " + first + " at " + a.at());
            }
        }

        List<String> oddities() {
            List<String> all = new ArrayList<>();
            for (Moment moment : Arrays.asList(arrived, ticketed, called, started, finished, abandoned, noShow)) {
                if (moment != null && moment.oddity() != null && !all.contains(moment.oddity())) {
                    all.add(moment.oddity());
                }
            }
            return all;
        }
    }

    @Override
    public Outcome single(Row row) throws RowRefused {
        Offices.Site site = offices.site(row);
        ServiceOffered service = offices.service(row, rule.service(), site);
        Milestones milestones = milestones(row, site);
        milestones.check();
        String written = Texts.required(row, rule.id(), "visit id");
        VisitId id = new VisitId(mapping.source() + "." + Slug.exact(written));
        DeskId desk = new DeskId(Slug.exact(orUnknown(Texts.of(row, rule.desk()))));
        StaffId staff = new StaffId(Slug.exact(orUnknown(Texts.of(row, rule.staff()))));
        String outcome = Texts.of(row, rule.outcome());

        Facts facts = new Facts(id, Texts.shortened(written), CaseRows.actor(row, mapping.actor()));
        Moment appointment = milestones.appointment();
        facts.add(
                "arrived",
                milestones.arrived(),
                new VisitorArrived(
                        id, site.office().office(), channel(row), appointment == null ? null : appointment.at()));
        facts.add(
                "ticketed",
                milestones.ticketed(),
                new TicketIssued(id, Texts.required(row, rule.ticket(), "ticket"), service.service()));
        facts.add("called", milestones.called(), new VisitorCalled(id, 1, desk, staff));
        facts.add("started", milestones.started(), new ServiceStarted(id, 1, desk, staff));
        facts.add("finished", milestones.finished(), new ServiceFinished(id, 1, outcome.isEmpty() ? null : outcome));
        facts.add("abandoned", milestones.abandoned(), new VisitorAbandoned(id, 1));
        facts.add("no-show", milestones.noShow(), new VisitorNoShow(id, 1));
        Place place = new Place(
                site.written(),
                site.office(),
                service.service().value(),
                service,
                milestones.arrived().at());
        List<String> warnings = milestones.oddities();
        String oddity = offices.oddity(row, site);
        if (oddity != null) {
            warnings.add(oddity);
        }
        return new Outcome.Facts(row.line(), place, facts.drafts, warnings);
    }

    @Override
    public void clock(Row row, ClockCheck check) throws RowRefused {
        LocalDateTime wall = times.wall(row, rule.arrived(), mapping.zone());
        if (wall != null) {
            check.see(offices.written(row), wall.toLocalDate(), row.line());
        }
    }

    private Milestones milestones(Row row, Offices.Site site) throws RowRefused {
        ZoneId zone = site.zone();
        Shift shift = clocks.shift(site.written(), row.line());
        Moment arrived = times.required(row, rule.arrived(), zone, shift, "arrival");
        Moment ticketed = at(row, rule.ticketed(), zone, shift);
        return new Milestones(
                at(row, rule.appointment(), zone, Shift.NONE),
                arrived,
                ticketed == null ? arrived : ticketed,
                at(row, rule.called(), zone, shift),
                at(row, rule.started(), zone, shift),
                at(row, rule.finished(), zone, shift),
                at(row, rule.abandoned(), zone, shift),
                at(row, rule.noShow(), zone, shift));
    }

    private @Nullable Moment at(Row row, @Nullable TimeRule time, ZoneId zone, Shift shift) throws RowRefused {
        return times.read(row, time, zone, shift);
    }

    private Channel channel(Row row) throws RowRefused {
        String written = Texts.required(row, rule.channel(), "channel");
        try {
            return Channel.valueOf(
                    written.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_'));
        } catch (IllegalArgumentException e) {
            throw new RowRefused("channel '" + Texts.shortened(written) + "' is none of "
                    + Arrays.toString(Channel.values()) + "; map it with values");
        }
    }

    private static String orUnknown(String text) {
        return text.isEmpty() ? UNKNOWN : text;
    }

    /** Collects the facts of one visit and folds them on the way: what the fold of the domain refuses is never recorded. */
    private final class Facts {
        private final VisitId id;
        private final String written;
        private final String actor;
        private final List<Draft> drafts = new ArrayList<>();
        private @Nullable Visit visit;

        Facts(VisitId id, String written, String actor) {
            this.id = id;
            this.written = written;
            this.actor = actor;
        }

        void add(String step, @Nullable Moment at, VisitFact fact) throws RowRefused {
            if (at == null) {
                return;
            }
            try {
                visit = Visit.evolve(visit, fact, at.at());
            } catch (IllegalStateException e) {
                throw new RowRefused(String.valueOf(e.getMessage()));
            }
            TimeQuality quality = at.quality();
            drafts.add(new Draft(
                    id.stream(),
                    FactIds.of(mapping.source(), "visit " + id.value(), step),
                    at.at(),
                    fact,
                    quality,
                    actor,
                    "visit " + written,
                    fact instanceof VisitorArrived,
                    Told.ONCE));
        }
    }
}
