package io.dovira.events.appeals;

/** What the citizen wants, after article 3 of the law on appeals (393/96-ВР). */
public enum AppealKind {
    /** Пропозиція: advice on how things should be. */
    PROPOSAL,
    /** Заява: asks for help with a right, or reports a wrong. */
    APPLICATION,
    /** Скарга: a right was violated by what somebody did, did not do or decided. */
    COMPLAINT
}
