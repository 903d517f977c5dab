package io.dovira.query.compare;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Offices with counts by service, some of them none, some of them always or never in time. */
final class Offices extends DomainContextBase {

    @Provide
    Arbitrary<Map<String, Map<String, Count>>> counts() {
        Arbitrary<Count> count = Arbitraries.longs()
                .between(0, 3_000)
                .flatMap(whole -> Arbitraries.longs().between(0, whole).map(part -> new Count(part, whole)));
        Arbitrary<String> services = Arbitraries.of("advice", "permit", "weapons", "lost", "");
        Arbitrary<String> offices = Arbitraries.integers().between(1, 60).map(number -> "office-" + number);
        return Arbitraries.maps(
                        offices, Arbitraries.maps(services, count).ofMinSize(1).ofMaxSize(4))
                .ofMinSize(1)
                .ofMaxSize(30);
    }
}
