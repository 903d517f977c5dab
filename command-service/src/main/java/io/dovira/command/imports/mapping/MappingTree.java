package io.dovira.command.imports.mapping;

import io.dovira.command.imports.mapping.ClockRule.Fault;
import io.dovira.command.imports.mapping.ClockRule.Repair;
import io.dovira.command.imports.mapping.Mapping.Csv;
import io.dovira.command.imports.mapping.Mapping.Format;
import io.dovira.command.imports.mapping.Mapping.Gap;
import io.dovira.command.imports.mapping.Mapping.Overlap;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Makes a mapping of a tree that its schema has already accepted. Used once. */
final class MappingTree {

    private final JsonNode root;
    private final Faults faults = new Faults();
    private final RuleTree rules;

    MappingTree(JsonNode root) {
        this.root = root;
        this.rules = new RuleTree(faults, formats());
    }

    private List<TimeFormat> formats() {
        return RuleTree.formats(faults, root.path("times").path("patterns"), "times.patterns", TimeFormat.of("iso"));
    }

    Mapping mapping() throws MappingRefused {
        Format format = choice(Format.class, root.path("format"));
        boolean rowPerStep = "step".equals(root.path("rows").asString(""));
        if (format == Format.XES && root.has("rows")) {
            faults.add("rows", "nothing: an XES log has one trace per case");
        }
        if (format == Format.XES && root.has("csv")) {
            faults.add("csv", "nothing: the file is an XES log");
        }
        SubjectTree subjects = new SubjectTree(root, rules, faults);
        Subject subject = subjects.subject(format, rowPerStep);
        Mapping mapping = new Mapping(
                root.path("source").asString(),
                root.path("title").asString(root.path("source").asString()),
                RuleTree.texts(root.path("aliases")),
                format,
                csv(root.path("csv")),
                root.path("language").asString("und"),
                zone(),
                rowPerStep,
                choice(Gap.class, root.path("times").path("gap"), Gap.REJECT),
                choice(Overlap.class, root.path("times").path("overlap"), Overlap.EARLIER),
                RuleTree.texts(root.path("times").path("empty")),
                office(root.path("office")),
                root.has("actor") ? rules.text(root.path("actor"), "actor") : new TextRule.Constant("import"),
                subject,
                rowRules("skip"),
                rowRules("warn"),
                clock(subject),
                rules.requiredColumns());
        faults.throwIfAny();
        return mapping;
    }

    private ZoneId zone() {
        return faults.attempt(
                "zone", ZoneOffset.UTC, () -> ZoneId.of(root.path("zone").asString()));
    }

    private Csv csv(JsonNode csv) {
        Charset charset = faults.attempt(
                "csv.charset",
                StandardCharsets.UTF_8,
                () -> Charset.forName(csv.path("charset").asString("UTF-8")));
        char delimiter = csv.path("delimiter").asString(",").charAt(0);
        char quote = csv.path("quote").asString("\"").charAt(0);
        if (delimiter == quote || delimiter == '\n' || delimiter == '\r' || quote == '\n' || quote == '\r') {
            faults.add("csv.delimiter", "a character that is neither the quote nor a line end");
        }
        return new Csv(charset, delimiter, quote);
    }

    private OfficeRule office(JsonNode office) {
        return new OfficeRule(
                rules.named(office, "office"),
                rules.named(office.path("organisation"), "office.organisation"),
                rules.named(office.path("region"), "office.region"),
                rules.textOrNull(office.path("zone"), "office.zone"));
    }

    private List<RowRule> rowRules(String key) {
        List<RowRule> all = new ArrayList<>();
        for (JsonNode rule : root.path(key)) {
            String path = key + "." + all.size();
            all.add(new RowRule(
                    rules.condition(rule.path("when"), path + ".when"),
                    rule.path("reason").asString()));
        }
        return all;
    }

    private ClockRule clock(Subject subject) {
        JsonNode clock = root.path("clock");
        boolean check = clock.has("check")
                ? "offices".equals(clock.path("check").asString())
                : subject instanceof Subject.Queues;
        List<Repair> repairs = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode repair : clock.path("repairs")) {
            String path = "clock.repairs." + repairs.size();
            Fault fault = "offset".equals(repair.path("fault").asString()) ? Fault.OFFSET : Fault.WEEK_YEAR;
            if (fault == Fault.OFFSET && !(repair.has("office") && repair.has("days"))) {
                faults.add(
                        path,
                        "office and days: an offset is repaired for a named office only, by a stated number of days");
            }
            if (fault == Fault.WEEK_YEAR && repair.has("days")) {
                faults.add(path + ".days", "nothing: the year of the week is put right by the calendar");
            }
            if (!seen.add(fault + " " + repair.path("office").asString(""))) {
                faults.add(path, "a fault and office that no repair before it names");
            }
            repairs.add(new Repair(
                    fault,
                    repair.has("office") ? repair.path("office").asString() : null,
                    repair.has("days") ? repair.path("days").asInt() : null,
                    repair.path("reason").asString()));
        }
        if (check && subject instanceof Subject.Cases) {
            faults.add("clock.check", "off: cases are not read off a clock row by row");
        }
        return new ClockRule(check, "keep".equals(clock.path("unrepaired").asString("")), repairs);
    }

    private static <E extends Enum<E>> E choice(Class<E> type, JsonNode node) {
        return Enum.valueOf(type, node.asString().toUpperCase(Locale.ROOT));
    }

    private static <E extends Enum<E>> E choice(Class<E> type, JsonNode node, E substitute) {
        return node.isMissingNode() ? substitute : choice(type, node);
    }
}
