package io.dovira.pages.test;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests that drive Chromium. Without one they are skipped, and counted as skipped with the reason; with {@code -Dbrowser.required=true}
 * they fail instead. Other places than Debian's: {@code -Dbrowser.chromium=}, {@code -Dbrowser.driver=}.
 */
@Tag("browser")
@ExtendWith(RequiresBrowser.Check.class)
@Retention(RUNTIME)
@Target(TYPE)
public @interface RequiresBrowser {

    final class Check implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            for (Path needed : new Path[] {Browser.chromium(), Browser.driverBinary()}) {
                if (!Files.isExecutable(needed)) {
                    return missing("No browser at " + needed + ": apt-get install chromium chromium-driver, or name"
                            + " them with -Dbrowser.chromium= and -Dbrowser.driver=");
                }
            }
            return ConditionEvaluationResult.enabled("Chromium is there");
        }

        private static ConditionEvaluationResult missing(String why) {
            if (Boolean.getBoolean("browser.required")) {
                throw new ExtensionConfigurationException(why);
            }
            System.err.println("SKIPPED: " + why);
            return ConditionEvaluationResult.disabled(why);
        }
    }
}
