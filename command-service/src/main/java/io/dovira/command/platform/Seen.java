package io.dovira.command.platform;

/**
 * A state, as the decider sees it.
 *
 * @param position of its newest fact
 */
public record Seen<S>(long position, S state) {}
