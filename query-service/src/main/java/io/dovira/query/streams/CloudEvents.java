package io.dovira.query.streams;

import io.dovira.events.Meta;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.query.platform.PlainJson;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Encodes events as CloudEvents 1.0 in the JSON event format, one line each. Thread-safe.
 *
 * <p>{@code sequence} is the position as 19 digits, so that it sorts as text; {@code sequencetype} is left out on purpose, because its only
 * defined value means a signed number of 32 bits. {@code streamversion} is text for the same reason.
 */
final class CloudEvents {
    static final String BATCH = "application/cloudevents-batch+json";

    /** Meta keys and the names that CloudEvents allows for them: lower-case letters and digits only. */
    private static final Map<String, String> EXTENSIONS = Map.of(
            Meta.OFFICE, "office",
            Meta.ACTOR, "actor",
            Meta.ROLE, "role",
            Meta.CORRELATION, "correlationid",
            Meta.CAUSE, "causationid",
            Meta.QUALITY, "timequality",
            Meta.ORIGIN, "origin",
            Meta.BACKFILLED, "backfilled");

    private static final JsonFactory JSON = new JsonFactory();
    private final String source;

    /** @param source the context of the ids: names the installation, as a URI reference */
    CloudEvents(String source) {
        this.source = source;
    }

    static String sequence(long position) {
        return "%019d".formatted(position);
    }

    byte[] encode(StoredEvent event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(768);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            write(event, json);
        }
        return out.toByteArray();
    }

    private void write(StoredEvent event, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("specversion", "1.0");
        json.writeStringProperty("id", event.id());
        json.writeStringProperty("source", source);
        json.writeStringProperty("type", EventType.of(event.type(), event.revision()));
        json.writeStringProperty("subject", event.stream());
        json.writeStringProperty("time", event.occurredAt().toString());
        json.writeStringProperty("datacontenttype", "application/json");
        json.writeStringProperty("sequence", sequence(event.position()));
        json.writeStringProperty("streamversion", Long.toString(event.sequence()));
        json.writeStringProperty("recordedtime", event.recordedAt().toString());
        event.meta().forEach((key, value) -> {
            String name = EXTENSIONS.get(key);
            String text = text(value);
            if (name != null && text != null) {
                json.writeStringProperty(name, text);
            }
        });
        json.writeName("data");
        write(PlainJson.of(event.payload()), json);
        json.writeEndObject();
    }

    private static void write(@Nullable Object plain, JsonGenerator json) {
        switch (plain) {
            case null -> json.writeNull();
            case Map<?, ?> map -> {
                json.writeStartObject();
                map.forEach((name, value) -> {
                    json.writeName(String.valueOf(name));
                    write(value, json);
                });
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(element -> write(element, json));
                json.writeEndArray();
            }
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean bool -> json.writeBoolean(bool);
            default -> json.writeString(plain.toString());
        }
    }

    static @Nullable String office(StoredEvent event) {
        return text(event.meta().get(Meta.OFFICE));
    }

    /** CloudEvents forbids empty attributes: what is not known is left out. */
    private static @Nullable String text(@Nullable BsonValue value) {
        if (value == null || !value.isString()) {
            return null;
        }
        String text = Objects.requireNonNull(value.asString().getValue());
        return text.isEmpty() ? null : text;
    }
}
