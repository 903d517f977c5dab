package io.dovira.command;

import static org.assertj.core.api.Assertions.assertThat;

/** Sets up offices over HTTP, as an administrator would. */
public final class Offices {
    private Offices() {}

    /** An office with the services advice (letter A) and passports (B) and desks 1 and 2, at which anna and bohdan of the office sit. */
    public static void open(Api admin, String office) {
        assertThat(admin.post("/api/v1/offices", """
                {'office': '%s', 'name': {'en': 'Front office'}, 'organisation': 'police', 'organisationName': {'en': 'Police'},
                 'region': 'lviv', 'regionName': {'en': 'Lviv'}, 'timeZone': 'Europe/Kyiv'}""".formatted(office)).status())
                .isEqualTo(201);
        String path = "/api/v1/offices/" + office;
        ok(admin.post(path + "/services/advice/offer", "{'name': {'en': 'Advice'}, 'waitTargetSeconds': 900}"));
        ok(admin.post(path + "/services/passports/offer", "{'name': {'en': 'Passports'}}"));
        ok(admin.post(path + "/desks/1/install", "{'name': {'en': 'Desk 1'}}"));
        ok(admin.post(path + "/desks/2/install", "{'name': {'en': 'Desk 2'}}"));
        ok(admin.post(path + "/desks/1/open", "{'staff': 'anna-%s'}".formatted(office)));
        ok(admin.post(path + "/desks/2/open", "{'staff': 'bohdan-%s'}".formatted(office)));
    }

    /** A visitor for advice; returns the id of the visit. */
    public static String arrival(Api clerk, String office) {
        Api.Reply reply = clerk.post("/api/v1/visits", "{'office': '%s', 'service': 'advice'}".formatted(office));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.at("/state/id");
    }

    private static void ok(Api.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }
}
