package io.dovira.command.platform;

/**
 * The answer "no". Nothing is recorded.
 *
 * @param reason why, in general
 * @param detail why, in this case; for people, without personal data
 */
public record Refusal(Reason reason, String detail) {}
