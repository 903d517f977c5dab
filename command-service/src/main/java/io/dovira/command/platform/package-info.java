/**
 * What every feature stands on: the connection, the log, the command bus with its retries and idempotency, refusals as problem details.
 * Knows no feature. Start at {@link io.dovira.command.platform.LogConfiguration}.
 */
@NullMarked
package io.dovira.command.platform;

import org.jspecify.annotations.NullMarked;
