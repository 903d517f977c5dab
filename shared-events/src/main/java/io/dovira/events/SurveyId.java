package io.dovira.events;

/** One invitation to rate a service. */
public record SurveyId(String value) {
    public SurveyId {
        value = Text.id("survey id", value);
    }

    /**
     * The survey of a visit. There is one, whoever asks: the page of the ticket, a tablet or a clerk; so a visit has one answer. Its id is made of the
     * visit, so that those who ask meet in one stream.
     */
    public static SurveyId of(VisitId visit) {
        String plain = "s." + visit;
        return new SurveyId(plain.length() <= Text.LONGEST_ID ? plain : Sha256.of(plain));
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
