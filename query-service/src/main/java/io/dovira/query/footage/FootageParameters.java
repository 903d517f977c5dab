package io.dovira.query.footage;

import io.dovira.events.footage.FootageState;
import io.dovira.query.platform.PageToken;
import io.dovira.query.platform.Problem;
import io.dovira.query.platform.QueryParameters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a question. What cannot be read or is not known is refused. */
final class FootageParameters {
    static final int MOST = 500;
    private static final Pattern SUBJECT = Pattern.compile("(visit|custody|appeal)-[A-Za-z0-9][A-Za-z0-9._~-]{0,119}");

    private final QueryParameters given;

    /** @throws Problem if there is a parameter that is not among these */
    FootageParameters(Map<String, String> given, List<String> known) {
        this.given = new QueryParameters(given, known);
    }

    @Nullable
    String checked(String name, Consumer<String> check, String expected) {
        return given.read(
                name,
                text -> {
                    check.accept(text);
                    return text;
                },
                expected);
    }

    @Nullable
    String subject(String name) {
        return checked(
                name,
                text -> {
                    if (!SUBJECT.matcher(text).matches()) {
                        throw new IllegalArgumentException("no stream of footage");
                    }
                },
                "the stream of a visit, a stay or an appeal, such as visit-0199b1d2");
    }

    @Nullable
    FootageState state(String name) {
        String state = given.oneOf(
                name, Stream.of(FootageState.values()).map(Enum::name).toList());
        return state == null ? null : FootageState.valueOf(state);
    }

    @Nullable
    Boolean bool(String name) {
        return given.bool(name);
    }

    @Nullable
    Instant instant(String name) {
        return given.instant(name);
    }

    @Nullable
    PageToken page() {
        return given.page(PageToken::decode);
    }

    long number(String name, long usual, long least, long most) {
        return given.number(name, usual, least, most, "a number from " + least + " to " + most);
    }

    <T> T required(String name, @Nullable T value, String expected) {
        if (value == null) {
            throw Problem.unreadable(name, "", expected);
        }
        return value;
    }
}
