package io.dovira.query.feedback;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.dovira.access.OfficeScope;
import io.dovira.events.OfficeId;
import io.dovira.events.metrics.Score;
import io.dovira.events.policies.Policy;
import io.dovira.events.policies.PolicyHistory;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.PageToken;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.Projections;
import io.dovira.query.platform.QueryParameters;
import io.dovira.query.platform.ShareCounter.Counted;
import io.dovira.query.platform.ShareCounter.Tally;
import io.dovira.query.platform.ShareQuestion;
import io.dovira.query.platform.View;
import io.dovira.query.platform.ViewStore;
import io.dovira.query.platform.ViewStore.Viewed;
import io.dovira.query.platform.Views;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Answers questions about feedback from the cells, and finds comments. Thread-safe. */
final class Feedback {
    private static final Bson NEWEST_FIRST = Sorts.descending("answeredAt", ViewStore.ID);

    /** Up to so many offices are read one by one, by their range of ids; more by a range of days over all offices. */
    private static final int FEW_OFFICES = 20;

    private static final String FIRST_DAY = "0000-01-01";
    private static final String AFTER_ALL_DAYS = "9999-12-31";

    private final Fold fold;
    private final Projections projections;
    private final Views views;
    private final Clock clock;

    Feedback(Fold fold, Projections projections, Views views, Clock clock) {
        this.fold = fold;
        this.projections = projections;
        this.views = views;
        this.clock = clock;
        views.index(fold, FeedbackFold.CELLS, Indexes.ascending("day"));
        views.index(fold, FeedbackFold.SURVEYS, Indexes.compoundIndex(Indexes.ascending("commented"), NEWEST_FIRST));
        views.index(
                fold,
                FeedbackFold.SURVEYS,
                Indexes.compoundIndex(Indexes.ascending("commented", "office"), NEWEST_FIRST));
    }

    /**
     * @throws Problem if it names an office that is not known, or a region in which no office of the scope is
     * @throws io.dovira.access.OfficeOutsideScope if it names an office outside the scope; unnamed ones are just left out
     */
    FeedbackAnswer answer(FeedbackQuestion question, Set<Dimension> by, long minPosition, OfficeScope scope) {
        projections.await(fold, minPosition);
        View view = views.of(fold);
        long now = clock.millis();
        Map<List<String>, Group> groups = new TreeMap<>(Comparator.comparing(key -> String.join("\0", key)));
        Map<String, Office> chosen = chosen(view, question, scope);
        each(view, question, chosen, (cell, office) -> {
            List<String> key = new ArrayList<>();
            by.stream().sorted().forEach(dimension -> key.add(dimension.valueOf(cell, office)));
            key.add(cell.origin().name());
            groups.computeIfAbsent(key, ignored -> new Group(cell, office, now)).add(cell);
        });
        Policy rule = smallestSample(view, question.to(), chosen);
        Integer smallest = rule == null ? null : (Integer) rule.requireNumber();
        return new FeedbackAnswer(
                List.of(Score.CSAT.definition(), Score.NPS.definition(), Score.RESPONSE_RATE.definition()),
                view.position(),
                rule == null ? null : rule.ref(),
                smallest,
                groups.values().stream().map(group -> group.row(by, smallest)).toList());
    }

    /** Shares of satisfied people, and of those who answered, for comparisons. */
    Counted count(ShareQuestion asked, Score score, OfficeScope scope, Tally tally) {
        projections.await(fold, asked.minPosition());
        View view = views.of(fold);
        asked.requireKnown(offices(view).values());
        FeedbackQuestion question = new FeedbackQuestion(
                asked.offices(),
                asked.regions(),
                asked.services(),
                asked.channels(),
                asked.origins(),
                asked.from(),
                asked.to());
        Map<String, Office> chosen = chosen(view, question, scope);
        chosen.values()
                .removeIf(office -> !asked.organisations().isEmpty()
                        && !asked.organisations().contains(office.organisation()));
        each(view, question, chosen, (cell, office) -> {
            LocalDate day = LocalDate.parse(cell.day());
            if (score == Score.RESPONSE_RATE && cell.offered() > 0) {
                tally.take(office, cell.service(), day, cell.origin(), cell.answered(), cell.offered());
            } else if (score == Score.CSAT && cell.csat().n() > 0) {
                tally.take(
                        office,
                        cell.service(),
                        day,
                        cell.origin(),
                        cell.csat().between(3, 4),
                        cell.csat().n());
            }
        });
        Policy rule = smallestSample(view, question.to(), chosen);
        return new Counted(
                List.of(score.definition()),
                view.position(),
                rule == null ? null : (Integer) rule.requireNumber(),
                rule == null ? null : rule.ref());
    }

    /** Hands out the cells that the question leaves. */
    private static void each(
            View view, FeedbackQuestion question, Map<String, Office> chosen, BiConsumer<Cell, Office> taker) {
        for (Bson filter : filters(question, chosen.keySet())) {
            view.of(FeedbackFold.CELLS).forEach(filter, found -> {
                Cell cell = found.document();
                Office office = chosen.get(cell.office());
                if (office != null && question.wants(cell)) {
                    taker.accept(cell, office);
                }
            });
        }
    }

    /** The rule that said on the last day of the period from how many answers a share is claimed; null if there was none. */
    private @Nullable Policy smallestSample(View view, @Nullable LocalDate to, Map<String, Office> chosen) {
        PolicyHistory history = view.of(FeedbackFold.POLICIES).get(FeedbackFold.SMALLEST_SAMPLE.value());
        if (history == null) {
            return null;
        }
        Instant now = clock.instant();
        Instant end = to == null ? now : earliest(to, chosen).minusMillis(1);
        return history.at(end.isBefore(now) ? end : now).orElse(null);
    }

    /** One page of comments; of the question the offices, regions, services, channels and origins, and the days by when it was answered. */
    CommentsPage comments(
            FeedbackQuestion question, @Nullable PageToken after, int limit, long minPosition, OfficeScope scope) {
        projections.await(fold, minPosition);
        View view = views.of(fold);
        Map<String, Office> chosen = chosen(view, question, scope);
        List<Bson> all = new ArrayList<>(List.of(Filters.eq("commented", true)));
        boolean everywhere = scope.every()
                && question.offices().isEmpty()
                && question.regions().isEmpty();
        if (!everywhere) {
            all.add(Filters.in("office", chosen.keySet()));
        }
        among(all, "service", question.services());
        among(all, "channel", question.channels());
        among(all, "origin", question.origins().stream().map(Enum::name).collect(Collectors.toSet()));
        if (question.from() != null) {
            all.add(Filters.gte("answeredAt", earliest(question.from(), chosen)));
        }
        if (question.to() != null) {
            all.add(Filters.lt("answeredAt", earliest(question.to(), chosen)));
        }
        if (after != null) {
            all.add(Filters.or(
                    Filters.lt("answeredAt", after.at()),
                    Filters.and(Filters.eq("answeredAt", after.at()), Filters.lt(ViewStore.ID, after.id()))));
        }
        List<Viewed<SurveyDocument>> found =
                view.of(FeedbackFold.SURVEYS).first(Filters.and(all), NEWEST_FIRST, limit + 1);
        List<Viewed<SurveyDocument>> page = found.subList(0, Math.min(limit, found.size()));
        return new CommentsPage(
                view.position(),
                page.stream()
                        .map(each -> comment(
                                each.key(),
                                each.document(),
                                chosen.get(each.document().office())))
                        .toList(),
                found.size() > limit
                        ? new PageToken(
                                        Objects.requireNonNull(
                                                page.getLast().document().answeredAt()),
                                        page.getLast().key())
                                .encode()
                        : null);
    }

    /** When the day begins in the first of the zones. */
    private static Instant earliest(LocalDate day, Map<String, Office> offices) {
        return offices.values().stream()
                .map(office -> day.atStartOfDay(office.zone()).toInstant())
                .min(Comparator.naturalOrder())
                .orElse(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static CommentsPage.Comment comment(String id, SurveyDocument survey, @Nullable Office office) {
        Office.Service service = office == null ? null : office.service(survey.service());
        return new CommentsPage.Comment(
                id,
                survey.office(),
                office == null ? Map.of() : office.name(),
                office == null ? "UTC" : office.timeZone(),
                survey.service(),
                service == null ? Map.of() : service.name(),
                survey.channel(),
                survey.origin(),
                Objects.requireNonNull(survey.answeredAt()),
                survey.csat(),
                survey.nps(),
                Objects.requireNonNull(survey.comment()),
                survey.visit(),
                survey.appeal());
    }

    private static void among(List<Bson> all, String field, Set<String> wanted) {
        if (!wanted.isEmpty()) {
            all.add(Filters.in(field, wanted));
        }
    }

    private static Map<String, Office> chosen(View view, FeedbackQuestion question, OfficeScope scope) {
        Map<String, Office> known = offices(view);
        for (String id : question.offices()) {
            if (!known.containsKey(id)) {
                throw Problem.badValue("office", id, List.of());
            }
            scope.require(new OfficeId(id));
        }
        known.values().removeIf(office -> !scope.allows(new OfficeId(office.id())));
        QueryParameters.requireKnown("region", question.regions(), known.values(), office -> Set.of(office.region()));
        known.values().removeIf(office -> !question.wants(office));
        return known;
    }

    private static Map<String, Office> offices(View view) {
        Map<String, Office> known = new HashMap<>();
        view.of(FeedbackFold.OFFICES)
                .all(Filters.empty())
                .forEach(office -> known.put(office.key(), office.document()));
        return known;
    }

    private static List<Bson> filters(FeedbackQuestion question, Set<String> chosen) {
        String first = question.from() == null ? FIRST_DAY : question.from().toString();
        String end = question.to() == null ? AFTER_ALL_DAYS : question.to().toString();
        if (chosen.size() > FEW_OFFICES) {
            return List.of(Filters.and(Filters.gte("day", first), Filters.lt("day", end)));
        }
        return chosen.stream()
                .map(office -> Filters.and(
                        Filters.gte(ViewStore.ID, office + "/" + first + "/"),
                        Filters.lt(ViewStore.ID, office + "/" + end + "/")))
                .toList();
    }
}
