package io.dovira.system;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service can be told, by the metadata that its build writes for editors. */
record Settings(Map<String, JsonNode> properties, String configuration) {

    static Settings of(String service) {
        JsonNode metadata = JsonMapper.shared()
                .readTree(Repository.text(service + "/target/classes/META-INF/spring-configuration-metadata.json"));
        Map<String, JsonNode> properties = new TreeMap<>();
        for (JsonNode property : metadata.get("properties")) {
            properties.put(property.get("name").asString(), property);
        }
        return new Settings(properties, Repository.text(service + "/src/main/resources/application.yaml"));
    }

    /** Whether the service reads this variable: one that its configuration asks for, or one that stands for a property. */
    boolean knows(String variable) {
        return Pattern.compile("\\$\\{" + variable + "[:}]")
                        .matcher(configuration)
                        .find()
                || properties.keySet().stream().map(Settings::variable).anyMatch(variable::equals)
                // The same with the dashes kept, which Spring reads too.
                || properties.keySet().stream()
                        .map(name -> variable(name.replace('-', '.')))
                        .anyMatch(variable::equals);
    }

    /** Default of a property as documentation shows it; empty if there is none. */
    String defaultOf(String name) {
        JsonNode value = Objects.requireNonNull(properties.get(name)).get("defaultValue");
        if (value == null) {
            return "";
        }
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
                : value.asString();
    }

    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
