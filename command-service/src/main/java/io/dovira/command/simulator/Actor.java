package io.dovira.command.simulator;

/** Who records a simulated fact, and in which role. */
record Actor(String id, String role) {
    static final Actor SIMULATOR = system("simulator");
    static final Actor KIOSK = system("kiosk");

    static Actor system(String id) {
        return new Actor(id, "system");
    }
}
