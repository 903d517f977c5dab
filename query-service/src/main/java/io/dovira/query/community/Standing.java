package io.dovira.query.community;

import io.dovira.events.community.OfficerState;
import io.dovira.query.community.CommunityDocument.Month;
import io.dovira.query.community.CommunityDocument.Population;
import io.dovira.query.community.CommunityDocument.Spell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a community stood at a moment, as it is known now.
 *
 * @param present officers who are assigned and there
 * @param absent officers who are assigned and away
 * @param required officers by the rule valid then; null if there was none
 * @param contacts in the twelve months that end with the one of the moment
 * @param reports likewise
 */
record Standing(
        CommunityDocument community,
        CoverageState state,
        Population population,
        int present,
        int absent,
        @Nullable Integer required,
        int contacts,
        int reports) {

    private static final int MONTHS = 12;

    /** @param peopleForEach how many people one officer is for, by the rule valid then; null if there was none */
    static Standing of(CommunityDocument community, Instant at, @Nullable Integer peopleForEach) {
        List<Spell> now =
                community.spells().stream().filter(spell -> spell.holds(at)).toList();
        int present = count(now, OfficerState.ASSIGNED);
        LocalDate day = LocalDate.ofInstant(at, community.zone());
        Population population = community.populationOn(day);
        YearMonth last = YearMonth.from(day);
        String first = last.minusMonths(MONTHS - 1).toString();
        List<Month> months = community.months().stream()
                .filter(month ->
                        month.month().compareTo(first) >= 0 && month.month().compareTo(last.toString()) <= 0)
                .toList();
        return new Standing(
                community,
                state(community, at, now, present),
                population,
                present,
                count(now, OfficerState.ABSENT),
                peopleForEach == null ? null : (Integer) required(population.people(), peopleForEach),
                months.stream().mapToInt(Month::all).sum(),
                months.stream().mapToInt(Month::reports).sum());
    }

    /** At least one, and one for each full number of people that the rule names. */
    static int required(int people, int peopleForEach) {
        return peopleForEach < 1 ? 1 : Math.max(1, people / peopleForEach);
    }

    private static CoverageState state(CommunityDocument community, Instant at, List<Spell> now, int present) {
        if (present > 0) {
            return CoverageState.COVERED;
        }
        boolean served = community.spells().stream()
                .anyMatch(spell ->
                        spell.state() == OfficerState.ASSIGNED && !spell.from().isAfter(at));
        if (served) {
            return CoverageState.VACANT;
        }
        if (count(now, OfficerState.IN_TRAINING) + count(now, OfficerState.CERTIFIED) > 0) {
            return CoverageState.TRAINING;
        }
        if (count(now, OfficerState.CANDIDATE) > 0) {
            return CoverageState.SELECTING;
        }
        Instant signed = community.memorandumAt();
        return signed != null && !signed.isAfter(at) ? CoverageState.MEMORANDUM : CoverageState.UNCOVERED;
    }

    private static int count(List<Spell> spells, OfficerState state) {
        return (int) spells.stream().filter(spell -> spell.state() == state).count();
    }

    boolean isCovered() {
        return state == CoverageState.COVERED;
    }

    /** Officers who are missing to what the rule demands; null if there is no rule. */
    @Nullable
    Integer missing() {
        return required == null ? null : (Integer) Math.max(0, required - present);
    }
}
