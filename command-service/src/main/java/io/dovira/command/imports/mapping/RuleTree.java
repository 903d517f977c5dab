package io.dovira.command.imports.mapping;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes the rules for single texts, times and conditions, and notes which columns they need. */
final class RuleTree {

    private static final TextRule NOTHING = new TextRule.Constant("");

    private final Faults faults;
    private final List<TimeFormat> defaultFormats;
    private final Set<String> required = new TreeSet<>();

    RuleTree(Faults faults, List<TimeFormat> defaultFormats) {
        this.faults = faults;
        this.defaultFormats = defaultFormats;
    }

    Set<String> requiredColumns() {
        return required;
    }

    TextRule text(JsonNode node, String path) {
        TextRule rule = rule(node, path);
        rule.requiredColumns().forEach(required::add);
        return rule;
    }

    @Nullable
    TextRule textOrNull(JsonNode node, String path) {
        return node.isMissingNode() ? null : text(node, path);
    }

    private TextRule rule(JsonNode node, String path) {
        if (node.isString()) {
            return new TextRule.Column(node.asString(), Map.of(), false, null, false);
        }
        if (node.isArray()) {
            List<TextRule> parts = new ArrayList<>();
            for (JsonNode part : node) {
                parts.add(rule(part, path + "." + parts.size()));
            }
            return new TextRule.Joined(parts);
        }
        if (node.has("constant") == node.has("column")) {
            faults.add(path, "either column or constant");
            return NOTHING;
        }
        if (node.has("constant")) {
            if (node.size() > 1) {
                faults.add(path, "nothing beside constant");
            }
            return new TextRule.Constant(node.path("constant").asString());
        }
        Map<String, String> values = new LinkedHashMap<>();
        node.path("values")
                .properties()
                .forEach(e -> values.put(e.getKey(), e.getValue().asString()));
        boolean rejected = "reject".equals(node.path("otherwise").asString(""));
        if (node.has("otherwise") && values.isEmpty()) {
            faults.add(path + ".otherwise", "values beside it");
        }
        return new TextRule.Column(
                node.path("column").asString(),
                values,
                rejected,
                node.has("empty") ? node.path("empty").asString() : null,
                node.path("optional").asBoolean(false));
    }

    Named named(JsonNode node, String path) {
        if (node.isString()) {
            TextRule id = text(node, path);
            return new Named(id, id);
        }
        TextRule id = text(node.path("id"), path + ".id");
        return new Named(id, node.has("name") ? text(node.path("name"), path + ".name") : id);
    }

    TimeRule time(JsonNode node, String path) {
        List<String> columns = new ArrayList<>();
        if (node.isString()) {
            columns.add(node.asString());
        } else if (node.has("column") == node.has("columns")) {
            faults.add(path, "either column or columns");
        } else if (node.has("column")) {
            columns.add(node.path("column").asString());
        } else {
            node.path("columns").forEach(c -> columns.add(c.asString()));
        }
        boolean optional = node.path("optional").asBoolean(false);
        if (!optional) {
            required.addAll(columns);
        }
        ZoneId zone = node.has("zone")
                ? faults.<@Nullable ZoneId>attempt(
                        path + ".zone", null, () -> ZoneId.of(node.path("zone").asString()))
                : null;
        List<TimeFormat> formats = node.has("patterns")
                ? formats(faults, node.path("patterns"), path + ".patterns", TimeFormat.of("iso"))
                : defaultFormats;
        return new TimeRule(columns, formats, zone, optional);
    }

    @Nullable
    TimeRule timeOrNull(JsonNode node, String path) {
        return node.isMissingNode() ? null : time(node, path);
    }

    static List<TimeFormat> formats(Faults faults, JsonNode patterns, String path, TimeFormat substitute) {
        List<TimeFormat> formats = new ArrayList<>();
        for (JsonNode pattern : patterns) {
            formats.add(
                    faults.attempt(path + "." + formats.size(), substitute, () -> TimeFormat.of(pattern.asString())));
        }
        return formats.isEmpty() ? List.of(substitute) : formats;
    }

    Condition condition(JsonNode node, String path) {
        Condition condition = question(node, path);
        condition.columns().forEach(required::add);
        return condition;
    }

    private Condition question(JsonNode node, String path) {
        String column = node.path("column").asString("");
        boolean about = node.has("column") && node.size() == 2;
        if (about && node.has("is")) {
            return new Condition.Is(column, texts(node.path("is")));
        }
        if (about && node.has("matches")) {
            Pattern pattern = faults.attempt(
                    path + ".matches",
                    Pattern.compile(""),
                    () -> Pattern.compile(node.path("matches").asString()));
            return new Condition.Matches(column, pattern);
        }
        if (about && node.has("empty")) {
            return new Condition.Empty(column, node.path("empty").asBoolean());
        }
        if (node.size() == 1 && node.has("all")) {
            return new Condition.All(questions(node.path("all"), path + ".all"));
        }
        if (node.size() == 1 && node.has("any")) {
            return new Condition.Any(questions(node.path("any"), path + ".any"));
        }
        if (node.size() == 1 && node.has("not")) {
            return new Condition.Not(question(node.path("not"), path + ".not"));
        }
        faults.add(path, "column with one of is, matches, empty; or all, any or not alone");
        return new Condition.All(List.of());
    }

    private List<Condition> questions(JsonNode nodes, String path) {
        List<Condition> all = new ArrayList<>();
        for (JsonNode node : nodes) {
            all.add(question(node, path + "." + all.size()));
        }
        return all;
    }

    static Set<String> texts(JsonNode node) {
        Set<String> all = new LinkedHashSet<>();
        if (node.isString()) {
            all.add(node.asString());
        }
        node.forEach(text -> all.add(text.asString()));
        return all;
    }
}
