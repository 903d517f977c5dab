package io.dovira.command.custody;

import io.dovira.command.platform.Decision;
import io.dovira.events.Fact;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyUnit;
import io.dovira.events.custody.RecordFact.PersonHandedOver;
import io.dovira.events.custody.Task;
import io.dovira.events.custody.UnitFact.HandoverOffered;
import io.dovira.events.custody.UnitFact.ShiftHandedOver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hand-overs. Two persons sign; with the second signature the record of everybody who is held says who answers now and what is open. Pure. */
final class UnitDecider {
    private UnitDecider() {}

    static Decision decide(@Nullable CustodyUnit unit, UnitCommand command, UnitPremises premises) {
        Optional<Decision> future = premises.moment().ifInTheFuture();
        if (future.isPresent()) {
            return future.get();
        }
        if (unit == null) {
            return Decision.refuse(CustodyReason.UNIT_UNKNOWN, "Nobody was ever held in " + command.office() + ".");
        }
        return premises.moment().notBefore(unit.lastAt(), () -> switch (command) {
            case OfferHandover ignored ->
                Decision.accept(new HandoverOffered(unit.office(), unit.handovers() + 1, premises.actor()));
            case TakeOver ignored -> takeOver(unit, premises);
        });
    }

    private static Decision takeOver(CustodyUnit unit, UnitPremises premises) {
        String from = unit.offeredBy();
        if (from == null) {
            return Decision.refuse(
                    CustodyReason.HANDOVER_NOT_OFFERED, "The outgoing shift of " + unit.office() + " signs first.");
        }
        if (from.equals(premises.actor())) {
            return Decision.refuse(CustodyReason.SECOND_PERSON_NEEDED, "Nobody hands over to oneself.");
        }
        int number = unit.handovers() + 1;
        List<Fact> facts = new ArrayList<>();
        premises.held().forEach(custody -> facts.add(handedOver(custody, number, from, premises.actor())));
        facts.add(new ShiftHandedOver(
                unit.office(), number, from, premises.actor(), premises.held().size()));
        return Decision.accept(facts.toArray(Fact[]::new));
    }

    private static PersonHandedOver handedOver(Custody custody, int number, String from, String to) {
        Optional<Task> next = custody.next();
        return new PersonHandedOver(
                custody.id(),
                number,
                from,
                to,
                custody.openTasks().size(),
                next.map(Task::duty).orElse(null),
                next.map(Task::dueAt).orElse(null));
    }
}
