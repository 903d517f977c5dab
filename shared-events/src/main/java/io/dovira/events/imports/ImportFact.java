package io.dovira.events.imports;

import io.dovira.events.Fact;
import io.dovira.events.ImportId;

/** What can happen to an import, in its own stream. */
public sealed interface ImportFact extends Fact permits ImportStarted, ImportFinished {
    ImportId importId();
}
