package io.dovira.command.appeals;

import io.dovira.command.offices.Offices;
import io.dovira.command.platform.NumberRoll;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.States;
import io.dovira.command.policies.Policies;
import io.dovira.command.visits.Visits;
import io.dovira.events.AppealId;
import io.dovira.events.OfficeId;
import io.dovira.events.VisitId;
import io.dovira.events.appeals.ReceiptDigest;
import io.dovira.events.offices.Office;
import io.dovira.events.policies.PolicyBook;
import io.dovira.events.registers.RegisterNumberDrawn;
import io.dovira.events.visits.Visit;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** The offices, visits, rules and registers of the running service. */
@Component
final class AxonAppealSurroundings implements AppealSurroundings {
    private static final String TYPE = "AppealRegister";

    private final States states;
    private final Policies policies;
    private final NumberRoll numbers;
    private final Receipts receipts;

    AxonAppealSurroundings(States states, Policies policies, NumberRoll numbers, Receipts receipts) {
        this.states = states;
        this.policies = policies;
        this.numbers = numbers;
        this.receipts = receipts;
    }

    @Override
    public Optional<Office> office(OfficeId office) {
        return states.find(Offices.SUBJECT, office.stream()).map(Seen::state);
    }

    @Override
    public Optional<Visit> visit(VisitId visit) {
        return states.find(Visits.SUBJECT, visit.stream()).map(Seen::state);
    }

    @Override
    public PolicyBook policies() {
        return policies.current();
    }

    @Override
    public int nextNumber(OfficeId office, int year) {
        return numbers.next(RegisterNumberDrawn.stream(office, year));
    }

    @Override
    public ReceiptDigest receipt(AppealId appeal) {
        return receipts.of(appeal).digest();
    }

    @Override
    public void record(RegisterNumberDrawn drawn, MetaData meta) {
        numbers.take(TYPE, RegisterNumberDrawn.stream(drawn.office(), drawn.year()), drawn.number(), drawn, meta);
    }
}
