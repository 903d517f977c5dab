package io.dovira.query.compare;

import io.dovira.query.platform.ShareQuestion;

/** A question about one office over time, checked; the shares asked for are those of the office. */
record ControlQuestion(ShareQuestion shares, String office, Bucket bucket) {}
