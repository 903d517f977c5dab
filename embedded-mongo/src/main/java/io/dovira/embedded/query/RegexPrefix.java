package io.dovira.embedded.query;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import java.util.Optional;

/** The literal beginning that an anchored pattern demands, so that {@code /^abc/} reads a range and not everything. */
final class RegexPrefix {

    private static final String SPECIAL = "\\.[]{}()*+-?^$|#";
    private static final String MAKES_OPTIONAL = "*?{";

    private RegexPrefix() {}

    static Optional<String> of(BsonRegularExpression regex) {
        String pattern = regex.getPattern();
        boolean plain = regex.getOptions() == null || regex.getOptions().isEmpty();
        if (!plain || !pattern.startsWith("^") || pattern.indexOf('|') >= 0) {
            return Optional.empty();
        }
        int end = 1;
        while (end < pattern.length() && SPECIAL.indexOf(pattern.charAt(end)) < 0 && pattern.charAt(end) < 0x80) {
            end++;
        }
        if (end < pattern.length() && MAKES_OPTIONAL.indexOf(pattern.charAt(end)) >= 0) {
            end--;
        }
        return end > 1 ? Optional.of(pattern.substring(1, end)) : Optional.empty();
    }
}
