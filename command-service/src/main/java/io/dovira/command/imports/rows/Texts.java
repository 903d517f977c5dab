package io.dovira.command.imports.rows;

import io.dovira.command.imports.mapping.Condition;
import io.dovira.command.imports.mapping.RowRule;
import io.dovira.command.imports.mapping.TextRule;
import io.dovira.command.imports.source.Row;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Applies text rules and conditions to rows. */
final class Texts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

    private Texts() {}

    /** The text; empty when the row has none. */
    static String of(Row row, @Nullable TextRule rule) throws RowRefused {
        return switch (rule) {
            case null -> "";
            case TextRule.Constant c -> c.text();
            case TextRule.Column c -> column(row, c);
            case TextRule.Joined j -> joined(row, j.parts());
        };
    }

    /** The text; a row that has none is refused. */
    static String required(Row row, TextRule rule, String what) throws RowRefused {
        String text = of(row, rule);
        if (text.isEmpty()) {
            throw new RowRefused("no " + what);
        }
        return text;
    }

    private static String column(Row row, TextRule.Column rule) throws RowRefused {
        String written = row.get(rule.column());
        if (written.isEmpty()) {
            return rule.whenEmpty() == null ? "" : rule.whenEmpty();
        }
        String mapped = rule.values().get(written);
        if (mapped == null && rule.otherwiseRejected()) {
            throw new RowRefused("the mapping lists no value '" + shortened(written) + "' for " + rule.column());
        }
        return mapped == null ? written : mapped;
    }

    private static String joined(Row row, List<TextRule> parts) throws RowRefused {
        StringBuilder all = new StringBuilder();
        for (TextRule part : parts) {
            String text = of(row, part);
            if (text.isEmpty()) {
                return "";
            }
            all.append(all.isEmpty() ? "" : ".").append(text);
        }
        return all.toString();
    }

    /** @throws Patience.Exhausted if a pattern is too laborious */
    static boolean holds(Row row, Condition condition) {
        return switch (condition) {
            case Condition.Is c -> c.values().contains(row.get(c.column()));
            case Condition.Matches c -> Patience.matches(c.pattern(), row.get(c.column()));
            case Condition.Empty c -> row.get(c.column()).isEmpty() == c.empty();
            case Condition.All c -> c.of().stream().allMatch(each -> holds(row, each));
            case Condition.Any c -> c.of().stream().anyMatch(each -> holds(row, each));
            case Condition.Not c -> !holds(row, c.of());
        };
    }

    /** The reason of the rule with the values of the row filled in. */
    static String reason(Row row, RowRule rule) {
        return PLACEHOLDER
                .matcher(rule.reason())
                .replaceAll(found -> Matcher.quoteReplacement(shortened(row.get(found.group(1)))));
    }

    /** For messages: what a file writes may be very long. */
    static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
