package io.dovira.command.platform;

import java.time.Instant;
import java.util.List;

/**
 * A command whose facts are in the log.
 *
 * @param position of the last of them
 * @param recordedAt when the log learnt of them
 * @param eventIds their ids, in order
 * @param replayed they were recorded by an earlier request with the same idempotency key
 * @param state of the thing that the command was for, right after them
 */
public record Done<S>(long position, Instant recordedAt, List<String> eventIds, boolean replayed, S state) {}
