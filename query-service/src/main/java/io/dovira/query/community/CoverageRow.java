package io.dovira.query.community;

import io.dovira.events.Origin;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The coverage of a group of communities.
 *
 * @param region the group; null if regions are not told apart
 * @param office likewise
 * @param communities all of them
 * @param states how many stand where; every state is there
 * @param coveredPercent of the communities
 * @param people in all of them, by the claims valid on the day
 * @param peopleServed in those that are covered
 * @param officers assigned and present
 * @param officersPer10k of the people in all of them; null if nobody is said to live there
 * @param officersPerCovered officers for each covered community; null if none is
 * @param required officers by the rule; null if there is none
 * @param missing officers, community by community: one too many here makes up for none there
 * @param large communities of which the rule demands more than one officer; null if there is no rule
 * @param largeMet those of them that have as many as it demands
 */
record CoverageRow(
        @Nullable String region,
        @Nullable Map<String, String> regionName,
        @Nullable String office,
        Origin origin,
        int communities,
        Map<CoverageState, Integer> states,
        double coveredPercent,
        long people,
        long peopleServed,
        int officers,
        int absent,
        @Nullable Double officersPer10k,
        @Nullable Double officersPerCovered,
        @Nullable Integer required,
        @Nullable Integer missing,
        @Nullable Integer large,
        @Nullable Integer largeMet,
        int contacts,
        int reports) {

    /** @param all at least one */
    static CoverageRow of(boolean byRegion, boolean byOffice, List<Standing> all) {
        CommunityDocument any = all.getFirst().community();
        Map<CoverageState, Integer> states = new EnumMap<>(CoverageState.class);
        for (CoverageState state : CoverageState.values()) {
            states.put(state, (int)
                    all.stream().filter(each -> each.state() == state).count());
        }
        int covered = states.getOrDefault(CoverageState.COVERED, 0);
        int officers = all.stream().mapToInt(Standing::present).sum();
        long people = all.stream().mapToLong(each -> each.population().people()).sum();
        boolean ruled = all.stream().allMatch(each -> each.required() != null);
        List<Standing> large =
                all.stream().filter(each -> number(each.required()) > 1).toList();
        return new CoverageRow(
                byRegion ? any.region() : null,
                byRegion ? any.regionName() : null,
                byOffice ? any.office() : null,
                any.origin(),
                all.size(),
                states,
                100.0 * covered / all.size(),
                people,
                all.stream()
                        .filter(Standing::isCovered)
                        .mapToLong(each -> each.population().people())
                        .sum(),
                officers,
                all.stream().mapToInt(Standing::absent).sum(),
                people == 0 ? null : (Double) (officers * 10_000.0 / people),
                covered == 0 ? null : (Double) ((double) officers / covered),
                ruled
                        ? (Integer) all.stream()
                                .mapToInt(each -> number(each.required()))
                                .sum()
                        : null,
                ruled
                        ? (Integer) all.stream()
                                .mapToInt(each -> number(each.missing()))
                                .sum()
                        : null,
                ruled ? (Integer) large.size() : null,
                ruled
                        ? (Integer) (int) large.stream()
                                .filter(each -> number(each.missing()) == 0)
                                .count()
                        : null,
                all.stream().mapToInt(Standing::contacts).sum(),
                all.stream().mapToInt(Standing::reports).sum());
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }
}
