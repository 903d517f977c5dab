package io.dovira.command.appeals;

import io.dovira.command.platform.Moment;
import io.dovira.events.appeals.ReceiptDigest;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.visits.Visit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a decision on an appeal rests on, besides the appeal.
 *
 * @param moment when it happens
 * @param actor who asks for it
 * @param office the office of the appeal; null if there is none
 * @param visit the visit that a lodging names; null if it names none, or there is none
 * @param policies the rules as they are known now
 * @param number the next free number of the register; 0 if the command takes none
 * @param receipt of the code that a lodging gives the citizen; null if the command gives none
 * @param eventIds ids of the appeal's events
 */
public record AppealPremises(
        Moment moment,
        String actor,
        @Nullable Office office,
        @Nullable Visit visit,
        PolicyBook policies,
        int number,
        @Nullable ReceiptDigest receipt,
        Set<String> eventIds) {}
