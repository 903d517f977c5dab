package io.dovira.eventstore.log;

import java.util.List;

/** Appends in order; {@code last}: there were no more when it was read. */
record CommitPage(List<Commit> commits, boolean last) {}
