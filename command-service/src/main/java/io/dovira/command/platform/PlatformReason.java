package io.dovira.command.platform;

import io.dovira.events.OfficeId;

/** Refusals that every feature may give. */
public enum PlatformReason implements Reason {
    CONCURRENT_CHANGE(Kind.CONFLICT, "concurrent-change", "Others were faster"),
    IDEMPOTENCY_KEY_REUSED(Kind.UNACCEPTABLE, "idempotency-key-reused", "Idempotency key used for another request"),
    OFFICE_OUTSIDE_SCOPE(Kind.FORBIDDEN, "office-outside-scope", "Not your office"),
    IN_THE_FUTURE(Kind.UNACCEPTABLE, "in-the-future", "Has not happened yet"),
    BEFORE_LAST_FACT(Kind.CONFLICT, "before-last-fact", "Earlier than what is recorded already");

    /** The refusal of an office that the sender may not act on. */
    static Refusal outside(OfficeId office) {
        return new Refusal(OFFICE_OUTSIDE_SCOPE, "Your roles do not extend to office " + office + ".");
    }

    private final Kind kind;
    private final String code;
    private final String title;

    PlatformReason(Kind kind, String code, String title) {
        this.kind = kind;
        this.code = code;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
