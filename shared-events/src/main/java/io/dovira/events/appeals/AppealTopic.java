package io.dovira.events.appeals;

/** What an appeal is about, as a category: the log never holds the letter itself. */
public enum AppealTopic {
    PUBLIC_ORDER,
    ROAD_SAFETY,
    CRIME,
    DOMESTIC_VIOLENCE,
    CONDUCT_OF_STAFF,
    DETENTION,
    DOCUMENTS,
    COMMUNITY,
    OTHER
}
