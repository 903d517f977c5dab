package io.dovira.command.footage;

import io.dovira.command.footage.store.FileStore;
import io.dovira.command.footage.store.NoSuchFile;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.States;
import io.dovira.events.FootageId;
import io.dovira.events.OfficeId;
import io.dovira.events.footage.Footage;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.events.footage.StoredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Computes the hashes of a segment's files again. Thread-safe. */
@Component
class Checks {
    private final States states;
    private final FileStore store;

    Checks(States states, FileStore store) {
        this.states = states;
        this.store = store;
    }

    /** What is found now; nothing for a segment that is unknown, not here, not kept any more, or not of these offices: the decider says which. */
    List<ReportIntegrity.Checked> look(FootageId id, Predicate<OfficeId> offices) {
        return states.find(Segments.SUBJECT, id.stream())
                .map(Seen::state)
                .filter(footage -> offices.test(footage.office()) && !footage.expired())
                .map(footage -> look(footage, read -> {}))
                .orElse(List.of());
    }

    /** @param read told of the bytes that were read, as they are */
    List<ReportIntegrity.Checked> look(Footage footage, IntConsumer read) {
        List<ReportIntegrity.Checked> found = new ArrayList<>();
        for (StoredFile file : footage.files()) {
            found.add(look(file, read));
        }
        return found;
    }

    private ReportIntegrity.Checked look(StoredFile file, IntConsumer read) {
        try {
            String now = store.sha256(file.file(), read);
            return now.equals(file.sha256())
                    ? new ReportIntegrity.Checked(file.sha256(), IntegrityFinding.MATCHES, null)
                    : new ReportIntegrity.Checked(file.sha256(), IntegrityFinding.CHANGED, now);
        } catch (NoSuchFile e) {
            return new ReportIntegrity.Checked(file.sha256(), IntegrityFinding.MISSING, null);
        }
    }
}
