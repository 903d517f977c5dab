package io.dovira.command.footage;

import io.dovira.events.FootageId;

/** What can be asked for about a segment of footage. The last three are asked for by the service itself. */
public sealed interface FootageCommand
        permits RecordSegment,
                IngestSegment,
                ReportGap,
                ExplainFlaw,
                LinkFootage,
                AccessFootage,
                AddRedactedCopy,
                ExportFootage,
                PlaceHold,
                ReleaseHold,
                ReportIntegrity,
                ExpireRetention,
                PurgeFootage {
    FootageId footage();
}
