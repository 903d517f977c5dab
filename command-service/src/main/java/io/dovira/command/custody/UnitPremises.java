package io.dovira.command.custody;

import io.dovira.command.platform.Moment;
import io.dovira.events.custody.Custody;
import java.util.List;

/**
 * What a decision on a unit rests on, besides the unit.
 *
 * @param actor pseudonym of who asks; two signatures are those of two persons
 * @param held the records of everybody in the unit, held until the unit of work ends
 */
public record UnitPremises(Moment moment, String actor, List<Custody> held) {}
