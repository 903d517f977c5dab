package io.dovira.access;

import io.dovira.events.OfficeId;
import org.springframework.security.access.AccessDeniedException;

/** The caller's role would do, but not for this office. */
public final class OfficeOutsideScope extends AccessDeniedException {
    private static final long serialVersionUID = 1L;

    OfficeOutsideScope(OfficeId office) {
        super("Your account is not entitled to office " + office.value() + ".");
    }
}
