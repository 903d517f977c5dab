package io.dovira.command.custody;

import io.dovira.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Who has said in a session what a record is opened for; holds for a shift. Thread-safe. */
@Component
final class OpenedRecords {
    private static final Duration SHIFT = Duration.ofHours(12);

    private final Clock clock;

    OpenedRecords(Clock clock) {
        this.clock = clock;
    }

    void add(HttpServletRequest request, Caller caller, String custody) {
        request.getSession().setAttribute(key(caller, custody), clock.instant());
    }

    boolean contain(HttpServletRequest request, Caller caller, String custody) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(key(caller, custody)) instanceof Instant at
                && at.plus(SHIFT).isAfter(clock.instant());
    }

    /** The session may outlive a sign-in: what one person has said does not open the record to the next. */
    private static String key(Caller caller, String custody) {
        return "custody-opened/" + caller.actor() + "/" + custody;
    }
}
