package io.dovira.query.truth;

import io.dovira.events.CaseId;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.Origin;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import io.dovira.events.cases.CaseClosed;
import io.dovira.events.cases.CaseOpened;
import io.dovira.events.cases.CaseResponded;
import io.dovira.events.cases.CaseStepRecorded;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.query.story.Story;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The permit applications of a Dutch municipality as facts: one office, the confirmation of receipt is the first response. */
public final class ReceiptPhase {

    private static final OfficeId OFFICE = new OfficeId("municipality");

    private final Story story = new Story()
            .from(Origin.IMPORTED)
            .happens(
                    Instant.parse("2010-01-01T00:00:00Z"),
                    new OfficeRegistered(
                            OFFICE,
                            Map.of("en", "Receipt"),
                            new OrganisationId("municipality"),
                            Map.of("en", "Municipality"),
                            new RegionId("nl"),
                            Map.of("en", "Netherlands"),
                            "Europe/Amsterdam"));

    private final Map<String, String> trace = new HashMap<>();
    private final List<Map<String, String>> events = new ArrayList<>();

    private ReceiptPhase() {}

    public static Story story() {
        ReceiptPhase reader = new ReceiptPhase();
        try (InputStream in = SharedData.open("receipt_phase.xes.gz")) {
            reader.read(XMLInputFactory.newDefaultFactory().createXMLStreamReader(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return reader.story;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> into = new HashMap<>();
        while (xml.hasNext()) {
            int next = xml.next();
            if (next == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "trace" -> {
                        trace.clear();
                        events.clear();
                        into = trace;
                    }
                    case "event" -> {
                        into = new HashMap<>();
                        events.add(into);
                    }
                    default -> {
                        String key = xml.getAttributeValue(null, "key");
                        String value = xml.getAttributeValue(null, "value");
                        if (key != null && value != null) {
                            into.put(key, value);
                        }
                    }
                }
            } else if (next == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("event")) {
                    into = trace;
                } else if (xml.getLocalName().equals("trace")) {
                    tell();
                }
            }
        }
    }

    private void tell() {
        CaseId id = new CaseId(Objects.requireNonNull(trace.get("concept:name")));
        story.happens(
                time(trace, "startdate"),
                new CaseOpened(
                        id,
                        OFFICE,
                        new ServiceId("permit"),
                        Map.of("en", "Environmental permit"),
                        Objects.requireNonNull(trace.get("channel")),
                        time(trace, "deadline")));
        for (Map<String, String> event : events) {
            String activity = Objects.requireNonNull(event.get("concept:name"));
            Instant at = time(event, "time:timestamp");
            story.happens(at, new CaseStepRecorded(id, activity, event.get("org:resource"), event.get("org:group")));
            if (activity.startsWith("T05 ")) {
                story.happens(at, new CaseResponded(id));
            }
        }
        if (trace.containsKey("enddate")) {
            story.happens(time(trace, "enddate"), new CaseClosed(id, null));
        }
    }

    private static Instant time(Map<String, String> attributes, String key) {
        return OffsetDateTime.parse(Objects.requireNonNull(attributes.get(key), key))
                .toInstant();
    }
}
