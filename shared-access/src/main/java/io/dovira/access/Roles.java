package io.dovira.access;

import java.util.List;

/** The roles of the platform, as they are written in tokens; the least powerful first. */
public final class Roles {
    public static final String CLERK = "clerk";
    public static final String CUSTODY = "custody";
    public static final String INTEGRATOR = "integrator";
    public static final String QUALITY = "quality";
    public static final String MANAGER = "manager";
    public static final String AUDITOR = "auditor";
    public static final String ADMIN = "admin";

    /** What people and machines may be. */
    public static final List<String> ALL = List.of(CLERK, CUSTODY, INTEGRATOR, QUALITY, MANAGER, AUDITOR, ADMIN);

    /** For the scraper of figures about the process itself; opens {@code /actuator/prometheus} and nothing else. */
    public static final String METRICS = "metrics";

    private Roles() {}

    public static String[] all() {
        return any(ALL);
    }

    /** As rules of access take them. */
    public static String[] any(List<String> roles) {
        return roles.toArray(String[]::new);
    }
}
