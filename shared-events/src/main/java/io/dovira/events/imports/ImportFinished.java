package io.dovira.events.imports;

import io.dovira.events.ImportId;
import io.dovira.events.StoredAs;

/** The import ended: {@code state} is {@code COMPLETED}, {@code FAILED} or {@code CANCELLED}; the counts are records of the file. */
@StoredAs("import.import-finished")
public record ImportFinished(ImportId importId, String state, long read, long recorded, long skipped, long rejected)
        implements ImportFact {}
