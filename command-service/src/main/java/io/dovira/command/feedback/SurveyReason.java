package io.dovira.command.feedback;

import io.dovira.command.platform.Reason;

/** Why a command on a survey is refused. */
enum SurveyReason implements Reason {
    SURVEY_UNKNOWN(Kind.UNKNOWN, "survey-unknown", "No such survey"),
    SURVEY_EXISTS(Kind.CONFLICT, "survey-exists", "Survey exists already"),
    SURVEY_ANSWERED(Kind.CONFLICT, "survey-answered", "Answered already"),
    SURVEY_EXPIRED(Kind.CONFLICT, "survey-expired", "Too late to answer"),
    OFFICE_UNKNOWN(Kind.UNACCEPTABLE, "office-unknown", "No such office"),
    OFFICE_CLOSED(Kind.CONFLICT, "office-closed", "The office is closed"),
    RATING_TOO_OLD(Kind.CONFLICT, "rating-too-old", "Too long ago for a rating that nobody signed"),
    SURVEY_OF_VISIT(Kind.UNACCEPTABLE, "survey-of-visit", "A visit has one survey, and it gives the id"),
    VISIT_NOT_SERVED(Kind.CONFLICT, "visit-not-served", "The visit is not served"),
    VISIT_UNKNOWN(Kind.UNACCEPTABLE, "visit-unknown", "No such visit in the office"),
    APPEAL_UNKNOWN(Kind.UNACCEPTABLE, "appeal-unknown", "No such appeal in the office"),
    APPEAL_NOT_ANSWERED(Kind.CONFLICT, "appeal-not-answered", "The appeal has no answer yet"),
    ONE_SUBJECT(Kind.UNACCEPTABLE, "one-subject", "A survey rates a visit or an appeal"),
    SERVICE_NOT_OFFERED(Kind.UNACCEPTABLE, "service-not-offered", "The office does not offer the service"),
    ANSWER_EMPTY(Kind.UNACCEPTABLE, "answer-empty", "An answer says something");

    private final Kind kind;
    private final String code;
    private final String title;

    SurveyReason(Kind kind, String code, String title) {
        this.kind = kind;
        this.code = code;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
