package io.dovira.command.imports.mapping;

import io.dovira.command.imports.mapping.Mapping.Format;
import io.dovira.command.imports.mapping.Subject.Cases;
import io.dovira.command.imports.mapping.Subject.Queues;
import io.dovira.command.imports.mapping.Subject.Steps;
import io.dovira.command.imports.mapping.Subject.Visits;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes the rules for what a row tells about, by the kind of the mapping. */
final class SubjectTree {

    /** The section of each kind; the sections of the others must be absent. */
    private static final Map<String, String> SECTIONS = Map.of("case", "case", "visit", "visit", "gauge", "queue");

    private final JsonNode root;
    private final RuleTree rules;
    private final Faults faults;

    SubjectTree(JsonNode root, RuleTree rules, Faults faults) {
        this.root = root;
        this.rules = rules;
        this.faults = faults;
    }

    Subject subject(Format format, boolean rowPerStep) {
        String kind = root.path("kind").asString();
        SECTIONS.forEach((other, section) -> {
            if (other.equals(kind) && !root.has(section)) {
                faults.add(section, "required for kind " + kind);
            } else if (!other.equals(kind) && root.has(section)) {
                faults.add(section, "nothing: the kind is " + kind);
            }
        });
        if (format == Format.XES && !"case".equals(kind)) {
            faults.add("kind", "case: an XES log holds cases");
        }
        if (!"case".equals(kind)) {
            absent("step", kind);
            absent("rows", kind);
        }
        return switch (kind) {
            case "visit" -> visits(root.path("visit"));
            case "gauge" -> queues(root.path("queue"));
            default -> cases(root.path("case"), format == Format.XES || rowPerStep);
        };
    }

    private void absent(String section, String kind) {
        if (root.has(section)) {
            faults.add(section, "nothing: the kind is " + kind);
        }
    }

    private Cases cases(JsonNode node, boolean stepsExpected) {
        if (stepsExpected && !root.has("step")) {
            faults.add("step", "required: the file lists the steps of each case");
        }
        if (!stepsExpected) {
            absent("step", "case with one row per case");
            if (!node.has("opened")) {
                faults.add("case.opened", "the column of the time when the case was opened");
            }
            if (node.has("respondedByStep")) {
                faults.add("case.respondedByStep", "nothing: the file lists no steps");
            }
        }
        if (node.has("responded") && node.has("respondedByStep")) {
            faults.add("case.respondedByStep", "nothing beside responded");
        }
        return new Cases(
                rules.text(node.path("id"), "case.id"),
                rules.timeOrNull(node.path("opened"), "case.opened"),
                rules.timeOrNull(node.path("due"), "case.due"),
                rules.timeOrNull(node.path("responded"), "case.responded"),
                node.has("respondedByStep") ? RuleTree.texts(node.path("respondedByStep")) : Set.of(),
                rules.timeOrNull(node.path("closed"), "case.closed"),
                rules.textOrNull(node.path("outcome"), "case.outcome"),
                service(),
                root.has("channel") ? rules.text(root.path("channel"), "channel") : new TextRule.Constant("unknown"),
                root.has("step") ? steps(root.path("step")) : null);
    }

    private Steps steps(JsonNode node) {
        return new Steps(
                rules.textOrNull(node.path("id"), "step.id"),
                rules.text(node.path("activity"), "step.activity"),
                rules.time(node.path("at"), "step.at"),
                rules.textOrNull(node.path("resource"), "step.resource"),
                rules.textOrNull(node.path("group"), "step.group"));
    }

    private Visits visits(JsonNode node) {
        return new Visits(
                rules.text(node.path("id"), "visit.id"),
                rules.text(node.path("ticket"), "visit.ticket"),
                service(),
                root.has("channel") ? rules.text(root.path("channel"), "channel") : new TextRule.Constant("IN_PERSON"),
                visitTime("appointment"),
                rules.time(node.path("arrived"), "visit.arrived"),
                visitTime("ticketed"),
                rules.time(node.path("called"), "visit.called"),
                visitTime("started"),
                visitTime("finished"),
                visitTime("abandoned"),
                visitTime("noShow"),
                rules.textOrNull(node.path("desk"), "visit.desk"),
                rules.textOrNull(node.path("staff"), "visit.staff"),
                rules.textOrNull(node.path("outcome"), "visit.outcome"));
    }

    private @Nullable TimeRule visitTime(String key) {
        return rules.timeOrNull(root.path("visit").path(key), "visit." + key);
    }

    private Queues queues(JsonNode node) {
        absent("service", "gauge");
        absent("channel", "gauge");
        return new Queues(
                rules.named(node, "queue"),
                rules.time(node.path("at"), "queue.at"),
                rules.text(node.path("waiting"), "queue.waiting"),
                rules.text(node.path("openDesks"), "queue.openDesks"),
                rules.textOrNull(node.path("nowServing"), "queue.nowServing"),
                rules.textOrNull(node.path("serviceMinutes"), "queue.serviceMinutes"));
    }

    private Named service() {
        if (!root.has("service")) {
            faults.add("service", "required: the service that the rows are about, at least {id: {constant: ...}}");
            return new Named(new TextRule.Constant("unknown"), new TextRule.Constant("unknown"));
        }
        return rules.named(root.path("service"), "service");
    }
}
