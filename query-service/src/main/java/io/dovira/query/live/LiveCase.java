package io.dovira.query.live;

/** Whether a case is still open; that is all the board counts. */
record LiveCase(String office, boolean closed) {}
