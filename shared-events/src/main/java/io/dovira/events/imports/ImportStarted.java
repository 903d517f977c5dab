package io.dovira.events.imports;

import io.dovira.events.ImportId;
import io.dovira.events.StoredAs;

/** A file is being imported. {@code sha256}: of the bytes as uploaded, hex. */
@StoredAs("import.import-started")
public record ImportStarted(ImportId importId, String fileName, String sha256, String mapping) implements ImportFact {}
