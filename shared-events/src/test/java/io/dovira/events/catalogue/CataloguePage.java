package io.dovira.events.catalogue;

import io.dovira.events.Fact;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code docs/events.md}: every fact with its fields, their meaning and an example. */
final class CataloguePage {
    private static final JsonMapper JSON = JsonMapper.shared();

    private CataloguePage() {}

    static String of(List<Fact> examples, Meanings meanings) {
        StringBuilder page = new StringBuilder("""
                # The facts

                <!-- Generated from the records and from fact-meanings.properties: ./mvnw -pl shared-events test -Dtest=CatalogueFilesTest -Dsurefire.jvm.args=-Ddovira.regenerate=true -->

                Everything that Dovira records, as an integrator reads it from `GET /api/v1/events` (see [the stream](api/events.md)). The type of
                an event is `io.dovira.<fact>.v<revision>`; the tables show its `data`. A field marked *optional* is left out when it is not known:
                absent means unknown, never 0. New optional fields may appear in a revision at any time, so ignore what you do not know; any other
                change of shape raises the revision. The JSON Schema of each fact is served at `GET /api/v1/events/types/<fact>`, that of an earlier
                revision at `GET /api/v1/events/types/<fact>.v<revision>`. An event is handed out as it was recorded, in the revision of its day: the same
                event reads the same for ever. Dovira itself reads every earlier revision as the newest.
                """);
        String feature = "";
        for (Fact example : examples) {
            String name = Facts.nameOf(example.getClass());
            String its = name.substring(0, name.indexOf('.'));
            if (!its.equals(feature)) {
                feature = its;
                String[] words = meanings.feature(feature);
                page.append("\n## %s\n\n%s Subject (stream): `%s`.\n".formatted(words[0], words[2], words[1]));
            }
            page.append(section(name, example, meanings));
        }
        return page.toString();
    }

    private static String section(String name, Fact example, Meanings meanings) {
        String fields = rows(name, "", example.getClass(), meanings);
        return """

                ### `%s`

                %s Revision %d.

                | field | type | meaning |
                |---|---|---|
                %s
                ```json
                %s
                ```
                """.formatted(
                        name,
                        meanings.of(name),
                        Facts.revisionOf(example.getClass()),
                        fields,
                        JSON.writeValueAsString(Plain.of(example)));
    }

    /** @param before what leads to the fields of a part, for example {@code limit.} */
    private static String rows(String path, String before, Class<?> record, Meanings meanings) {
        StringBuilder rows = new StringBuilder();
        for (RecordComponent component : record.getRecordComponents()) {
            String name = component.getName();
            rows.append("| `%s` | %s | %s |\n".formatted(before + name, type(component), meanings.of(path, name)));
            Type declared = component.getGenericType();
            boolean list = Plain.isList(declared);
            Class<?> inner = Plain.raw(list ? Plain.elementOf(declared) : declared);
            if (Plain.isPart(inner)) {
                rows.append(rows(path + "." + name, before + name + (list ? "[]." : "."), inner, meanings));
            }
        }
        return rows.toString();
    }

    private static String type(RecordComponent component) {
        Type declared = component.getGenericType();
        String word = Plain.isList(declared)
                ? "list of " + word(Plain.raw(Plain.elementOf(declared)))
                : word(component.getType());
        return word + (FactSchema.isOptional(component) ? ", *optional*" : "");
    }

    private static String word(Class<?> type) {
        if (Plain.isId(type)) {
            return "id";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> "`" + constant + "`")
                    .collect(Collectors.joining(", "));
        }
        if (type == Instant.class) {
            return "time";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        if (type == Map.class) {
            return "text by language";
        }
        if (Plain.isPart(type)) {
            return "object";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        return Map.<Class<?>, String>of(
                        String.class,
                        "text",
                        int.class,
                        "integer",
                        long.class,
                        "integer",
                        Integer.class,
                        "integer",
                        Long.class,
                        "integer")
                .getOrDefault(type, type.getSimpleName());
    }
}
