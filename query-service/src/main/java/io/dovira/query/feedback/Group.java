package io.dovira.query.feedback;

import io.dovira.events.metrics.Score;
import io.dovira.query.platform.Office;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The surveys of one row while they are gathered. Not thread-safe. */
final class Group {
    private final Cell any;
    private final Office office;
    private final long now;
    private int offered;
    private int answered;
    private int expired;
    private int open;
    private int unasked;
    private Ratings csat = Ratings.NO_STARS;
    private Ratings nps = Ratings.NO_POINTS;
    private int comments;

    /** @param any a cell of the group, and its office: they name it */
    Group(Cell any, Office office, long now) {
        this.any = any;
        this.office = office;
        this.now = now;
    }

    void add(Cell cell) {
        offered += cell.offered();
        answered += cell.answered();
        for (long expires : cell.waiting()) {
            if (expires < now) {
                expired++;
            } else {
                open++;
            }
        }
        unasked += cell.unasked();
        csat = csat.plus(cell.csat());
        nps = nps.plus(cell.nps());
        comments += cell.comments();
    }

    /** @param smallest how many answers a share needs; null if no rule says so, and then nothing is claimed */
    FeedbackRow row(Set<Dimension> by, @Nullable Integer smallest) {
        boolean byOffice = by.contains(Dimension.OFFICE);
        boolean byRegion = by.contains(Dimension.REGION);
        boolean byService = by.contains(Dimension.SERVICE);
        Office.Service service = office.service(any.service());
        return new FeedbackRow(
                byOffice ? office.id() : null,
                byOffice ? office.name() : null,
                byRegion ? office.region() : null,
                byRegion ? office.regionName() : null,
                byService ? any.service() : null,
                byService ? (service == null ? Map.of() : service.name()) : null,
                by.contains(Dimension.CHANNEL) ? any.channel() : null,
                any.origin(),
                offered,
                answered,
                expired,
                open,
                isEnough(offered, smallest) ? (Double) Score.percent(answered, offered) : null,
                unasked,
                stars(smallest),
                points(smallest),
                comments);
    }

    private FeedbackRow.Csat stars(@Nullable Integer smallest) {
        long n = csat.n();
        if (!isEnough(n, smallest)) {
            return new FeedbackRow.Csat(n, csat.counts(), null, null, null);
        }
        long satisfied = csat.between(3, 4);
        Score.Interval interval = Score.interval(satisfied, n);
        return new FeedbackRow.Csat(n, csat.counts(), Score.percent(satisfied, n), interval.low(), interval.high());
    }

    private FeedbackRow.Nps points(@Nullable Integer smallest) {
        long detractors = nps.between(0, 6);
        long passives = nps.between(7, 8);
        long promoters = nps.between(9, 10);
        return new FeedbackRow.Nps(
                nps.n(),
                nps.counts(),
                detractors,
                passives,
                promoters,
                isEnough(nps.n(), smallest) ? (Double) Score.netPromoter(promoters, passives, detractors) : null);
    }

    private static boolean isEnough(long n, @Nullable Integer smallest) {
        return smallest != null && n >= Math.max(1, smallest);
    }
}
