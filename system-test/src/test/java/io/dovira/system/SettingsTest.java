package io.dovira.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/running.md lists every setting, and only settings that there are. */
class SettingsTest {
    private static final String RUNNING = "docs/running.md";
    private static final Map<String, String> SERVICES = Map.of("C", "command-service", "Q", "query-service");
    private static final Pattern PROPERTY =
            Pattern.compile("(?m)^\\| `(dovira\\.[^`]+)` \\| ([CQ ]+) \\| (?:`([^`]*)`)? ?\\|");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^\\| `(DOVIRA_[A-Z_]+)` \\|");

    @Test
    void listsEveryPropertyWithItsDefault() {
        Set<String> documented = new TreeSet<>();
        PROPERTY.matcher(Repository.text(RUNNING)).results().forEach(row -> {
            for (String letter : row.group(2).split(" ", -1)) {
                String standard = row.group(3) == null ? "" : row.group(3);
                documented.add(row.group(1) + " of " + SERVICES.get(letter) + " is " + standard);
            }
        });

        Set<String> known = new TreeSet<>();
        SERVICES.values().forEach(service -> {
            Settings settings = Settings.of(service);
            settings.properties()
                    .keySet()
                    .forEach(name -> known.add(name + " of " + service + " is " + settings.defaultOf(name)));
        });

        assertThat(documented).isEqualTo(known);
    }

    @Test
    void listsTheVariablesOfRun() {
        Set<String> documented = found(VARIABLE, Repository.text(RUNNING));
        // The script's own settings stand above its usage; what it hands to others does not count.
        Set<String> read = found(Pattern.compile("(?m)^(DOVIRA_[A-Z_]+)=\\$\\{\\1:-"), Repository.text("run"));

        assertThat(documented).isEqualTo(read);
        assertThat(found(Pattern.compile("(DOVIRA_[A-Z_]+)"), usage())).isEqualTo(read);
    }

    @Test
    void namesVariablesThatAServiceReads() {
        List<String> unknown = new ArrayList<>();
        Settings command = Settings.of("command-service");
        Settings query = Settings.of("query-service");
        for (String variable : found(Pattern.compile("\\b(DOVIRA_[A-Z_]+)\\b"), Repository.text(RUNNING))) {
            if (!command.knows(variable)
                    && !query.knows(variable)
                    && !variable.startsWith("DOVIRA_TEST_")
                    && !found(VARIABLE, Repository.text(RUNNING)).contains(variable)) {
                unknown.add(variable);
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static String usage() {
        String run = Repository.text("run");
        return run.substring(run.indexOf("Environment (default):"), run.indexOf("\nEOF"));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
