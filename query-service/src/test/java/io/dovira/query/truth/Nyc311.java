package io.dovira.query.truth;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.dovira.events.CaseId;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.Origin;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import io.dovira.events.cases.CaseClosed;
import io.dovira.events.cases.CaseOpened;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.query.story.Story;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** New York's service requests as facts: an office is an agency in a community board, a region a borough, a service a complaint type. */
public final class Nyc311 {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M/d/yy H:mm");

    private final Story story = new Story().from(Origin.IMPORTED);
    private final Set<String> offices = new HashSet<>();

    private Nyc311() {}

    public static Story story() {
        Nyc311 reader = new Nyc311();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().detectBomHeader(false).ofNamedCsvRecord(withoutBom())) {
            rows.forEach(reader::tell);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reader.story;
    }

    private static InputStreamReader withoutBom() throws IOException {
        InputStreamReader text =
                new InputStreamReader(SharedData.open("nyc311_20181021.csv.gz"), StandardCharsets.UTF_8);
        if (text.read() != '\uFEFF') {
            throw new IOException("the file begins with a byte order mark");
        }
        return text;
    }

    private void tell(NamedCsvRecord row) {
        String agency = row.getField("Agency");
        String board = row.getField("Community Board");
        String borough = row.getField("Borough");
        String type = row.getField("Complaint Type");
        Instant created = time(row.getField("Created Date"));
        OfficeId office = new OfficeId(id(agency + "." + board));
        if (offices.add(office.value())) {
            story.happens(
                    created,
                    new OfficeRegistered(
                            office,
                            Map.of("en", board),
                            new OrganisationId(id(agency)),
                            Map.of("en", agency),
                            new RegionId(id(borough)),
                            Map.of("en", borough),
                            NEW_YORK.getId()));
        }
        CaseId id = new CaseId(row.getField("Unique Key"));
        story.happens(
                created,
                new CaseOpened(
                        id,
                        office,
                        new ServiceId(id(type)),
                        Map.of("en", type),
                        row.getField("Open Data Channel Type"),
                        optional(row.getField("Due Date"))));
        Instant closed = optional(row.getField("Closed Date"));
        if (closed != null) {
            story.happens(closed, new CaseClosed(id, null));
        }
    }

    static String id(String text) {
        return text.replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("^[-.]+|-+$", "");
    }

    private static @Nullable Instant optional(String text) {
        return text.isBlank() ? null : time(text);
    }

    private static Instant time(String text) {
        return LocalDateTime.parse(text, TIME).atZone(NEW_YORK).toInstant();
    }
}
