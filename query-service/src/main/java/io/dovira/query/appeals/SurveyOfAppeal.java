package io.dovira.query.appeals;

/** Which appeal a survey is about, under the id of the survey: its answer does not say so. */
record SurveyOfAppeal(String appeal) {}
