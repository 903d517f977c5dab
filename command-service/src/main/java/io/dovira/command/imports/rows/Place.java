package io.dovira.command.imports.rows;

import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.offices.ServiceOffered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The office of a row and the service, as they are to be registered when the file first names them.
 *
 * @param writtenOffice the office as the file writes it
 * @param writtenService the service as the file writes it; empty if the row names none
 * @param service null if the row names none
 * @param seenAt when the row says that something happened there
 */
public record Place(
        String writtenOffice,
        OfficeRegistered office,
        String writtenService,
        @Nullable ServiceOffered service,
        Instant seenAt) {}
