package io.dovira.query.feedback;

import io.dovira.events.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The surveys of one office, local day, service, channel and origin.
 *
 * @param offered all that were offered, answered or not
 * @param answered those of them that were
 * @param waiting when each of the others expires, in ms, ascending; {@link #NEVER} for one that does not
 * @param unasked answers of which no offer is known; they count as ratings, and not in the response rate
 * @param comments answers with one
 */
record Cell(
        String office,
        String day,
        String service,
        String channel,
        Origin origin,
        int offered,
        int answered,
        List<Long> waiting,
        int unasked,
        Ratings csat,
        Ratings nps,
        int comments) {

    static final long NEVER = Long.MAX_VALUE;

    Cell {
        waiting = List.copyOf(waiting);
    }

    static Cell empty(SurveyDocument survey, String day) {
        return new Cell(
                survey.office(),
                day,
                survey.service(),
                survey.channel(),
                survey.origin(),
                0,
                0,
                List.of(),
                0,
                Ratings.NO_STARS,
                Ratings.NO_POINTS,
                0);
    }

    /** The days of an office are one range of ids. */
    static String id(SurveyDocument survey, String day) {
        return survey.office() + "/" + day + "/" + survey.service() + "/" + survey.channel() + "/" + survey.origin();
    }

    Cell plus(SurveyDocument survey) {
        return changed(survey, 1);
    }

    Cell minus(SurveyDocument survey) {
        return changed(survey, -1);
    }

    private Cell changed(SurveyDocument survey, int by) {
        boolean isAnswered = survey.answeredAt() != null;
        return new Cell(
                office,
                day,
                service,
                channel,
                origin,
                offered + (survey.offered() ? by : 0),
                answered + (survey.offered() && isAnswered ? by : 0),
                survey.offered() && !isAnswered ? waiting(survey.expiresAt(), by) : waiting,
                unasked + (survey.offered() ? 0 : by),
                csat.changed(survey.csat() == null ? null : (Integer) (survey.csat() - 1), by),
                nps.changed(survey.nps(), by),
                comments + (survey.commented() ? by : 0));
    }

    private List<Long> waiting(@Nullable Instant expiresAt, int by) {
        long expires = expiresAt == null ? NEVER : expiresAt.toEpochMilli();
        List<Long> changed = new ArrayList<>(waiting);
        int found = Collections.binarySearch(changed, expires);
        if (by > 0) {
            changed.add(found < 0 ? -found - 1 : found, expires);
        } else if (found >= 0) {
            changed.remove(found);
        } else {
            throw new IllegalStateException("no such survey to take out");
        }
        return changed;
    }
}
