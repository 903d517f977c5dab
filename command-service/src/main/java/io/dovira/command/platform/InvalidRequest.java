package io.dovira.command.platform;

import java.io.Serial;
import java.util.List;

/** The request does not say what it should; every field at fault is named. Becomes a 400 problem. */
public final class InvalidRequest extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<FieldError> errors;

    public InvalidRequest(List<FieldError> errors) {
        super("invalid request: " + errors, null, false, false);
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
