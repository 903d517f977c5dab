package io.dovira.events;

/** One invitation to rate a service. */
public record SurveyId(String value) {
    public SurveyId {
        value = Text.id("survey id", value);
    }

    /** The stream of the log that holds its facts. */
    public String stream() {
        return "survey-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
