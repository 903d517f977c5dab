package io.dovira.query.community;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.dovira.access.OfficeScope;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.community.Officer;
import io.dovira.events.metrics.Score;
import io.dovira.events.policies.Policy;
import io.dovira.events.policies.PolicyHistory;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.Projections;
import io.dovira.query.platform.View;
import io.dovira.query.platform.Views;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about communities. Each question reads the communities of its region, 1,470 of a country at most, and tells how each stood;
 * so every day of the past costs the same. Thread-safe.
 */
final class Communities {
    private final Fold fold;
    private final Projections projections;
    private final Views views;

    Communities(Fold fold, Projections projections, Views views) {
        this.fold = fold;
        this.projections = projections;
        this.views = views;
        views.index(fold, CommunityFold.COMMUNITIES, Indexes.ascending("region"));
        views.index(fold, CommunityFold.STATIONS, Indexes.ascending("community"));
    }

    /**
     * What is asked of all of them.
     *
     * @param minPosition of the log, which the view has to have reached
     */
    record Question(
            @Nullable String region,
            @Nullable String office,
            @Nullable Origin origin,
            AsOf asOf,
            long minPosition) {}

    CoverageAnswer coverage(Question question, boolean byRegion, boolean byOffice, OfficeScope scope) {
        View view = view(question.minPosition());
        Policy rule = rule(view, question.asOf());
        Map<String, List<Standing>> groups = new TreeMap<>();
        for (Standing standing : standings(view, question, rule, scope)) {
            CommunityDocument community = standing.community();
            String key = String.join(
                    "/",
                    byRegion ? community.region() : "",
                    byOffice ? community.office() : "",
                    community.origin().name());
            groups.computeIfAbsent(key, ignored -> new ArrayList<>()).add(standing);
        }
        return new CoverageAnswer(
                Score.COVERAGE.definition(),
                view.position(),
                question.asOf().toString(),
                rule == null ? null : rule.ref(),
                number(rule),
                groups.values().stream()
                        .map(group -> CoverageRow.of(byRegion, byOffice, group))
                        .toList());
    }

    CommunitiesPage page(
            Question question, @Nullable CoverageState state, @Nullable String after, int limit, OfficeScope scope) {
        View view = view(question.minPosition());
        List<CommunityRow> found = standings(view, question, rule(view, question.asOf()), scope).stream()
                .filter(standing -> state == null || standing.state() == state)
                .filter(standing -> after == null || standing.community().id().compareTo(after) > 0)
                .sorted(Comparator.comparing(standing -> standing.community().id()))
                .limit(limit + 1L)
                .map(CommunityRow::of)
                .toList();
        List<CommunityRow> page = found.subList(0, Math.min(limit, found.size()));
        return new CommunitiesPage(
                view.position(),
                question.asOf().toString(),
                page,
                found.size() > limit ? page.getLast().id() : null);
    }

    CommunityView one(String id, AsOf asOf, long minPosition, OfficeScope scope) {
        View view = view(minPosition);
        CommunityDocument community = view.of(CommunityFold.COMMUNITIES).get(id);
        if (community == null) {
            throw Problem.notFound("there is no community '" + id + "'");
        }
        scope.require(new OfficeId(community.office()));
        Standing standing = Standing.of(community, asOf.in(community.zone()), number(rule(view, asOf)));
        return new CommunityView(
                view.position(),
                asOf.toString(),
                CommunityRow.of(standing),
                community.timeZone(),
                community.memorandumAt(),
                community.population(),
                community.spells().reversed(),
                view.of(CommunityFold.STATIONS).all(Filters.eq("community", id)).stream()
                        .map(station -> CommunityView.StationView.of(station.document()))
                        .sorted(Comparator.comparing(CommunityView.StationView::id))
                        .toList(),
                community.months().reversed(),
                publications(view).stream()
                        .filter(each ->
                                each.trust() != null && id.equals(each.trust().community()))
                        .toList());
    }

    PipelineAnswer pipeline(@Nullable String region, long minPosition, OfficeScope scope) {
        View view = view(minPosition);
        Map<String, String> regions = new LinkedHashMap<>();
        view.of(CommunityFold.COMMUNITIES)
                .forEach(
                        region == null ? Filters.empty() : Filters.eq("region", region),
                        each -> regions.put(each.key(), each.document().region()));
        Map<Origin, List<Officer>> officers = view.of(CommunityFold.OFFICERS).all(Filters.empty()).stream()
                .map(each -> each.document())
                .filter(each -> scope.allows(each.officer().office()))
                .filter(each -> region == null
                        || regions.containsKey(each.officer().community().value()))
                .collect(Collectors.groupingBy(
                        OfficerDocument::origin,
                        TreeMap::new,
                        Collectors.mapping(OfficerDocument::officer, Collectors.toList())));
        return new PipelineAnswer(
                view.position(),
                officers.entrySet().stream()
                        .map(each -> Pipelines.of(each.getKey(), each.getValue()))
                        .toList());
    }

    PublicationsAnswer publications(long minPosition) {
        View view = view(minPosition);
        return new PublicationsAnswer(view.position(), publications(view));
    }

    private static List<PublicationDocument> publications(View view) {
        return view.of(CommunityFold.PUBLICATIONS).all(Filters.empty()).stream()
                .map(each -> each.document())
                .sorted(Comparator.comparing(Communities::day).reversed().thenComparing(PublicationDocument::id))
                .toList();
    }

    private static LocalDate day(PublicationDocument publication) {
        return publication.trust() != null
                ? publication.trust().fieldworkTo()
                : Objects.requireNonNull(publication.figures()).asOf();
    }

    private View view(long minPosition) {
        projections.await(fold, minPosition);
        return views.of(fold);
    }

    private static List<Standing> standings(View view, Question question, @Nullable Policy rule, OfficeScope scope) {
        if (question.office() != null) {
            scope.require(new OfficeId(question.office()));
        }
        Bson filter = question.region() == null ? Filters.empty() : Filters.eq("region", question.region());
        List<Standing> all = new ArrayList<>();
        view.of(CommunityFold.COMMUNITIES).forEach(filter, each -> {
            CommunityDocument community = each.document();
            Instant at = question.asOf().in(community.zone());
            if (scope.allows(new OfficeId(community.office()))
                    && (question.office() == null || question.office().equals(community.office()))
                    && (question.origin() == null || question.origin() == community.origin())
                    && !community.registeredAt().isAfter(at)) {
                all.add(Standing.of(community, at, number(rule)));
            }
        });
        return all;
    }

    /** Of a day the rule that was valid when the day ended everywhere: it is one rule for the whole answer. */
    private static @Nullable Policy rule(View view, AsOf asOf) {
        PolicyHistory history = view.of(CommunityFold.POLICIES).get(CommunityFold.PEOPLE_FOR_EACH_OFFICER.value());
        return history == null ? null : history.at(asOf.in(ZoneOffset.UTC)).orElse(null);
    }

    private static @Nullable Integer number(@Nullable Policy rule) {
        return rule == null ? null : (Integer) rule.requireNumber();
    }
}
