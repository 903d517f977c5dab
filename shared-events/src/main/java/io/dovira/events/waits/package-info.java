/**
 * How long somebody may wait: what an office promises for a service, or else the rule of the day. Start at {@link io.dovira.events.waits.WaitRules}, which
 * alone decides it.
 */
@NullMarked
package io.dovira.events.waits;

import org.jspecify.annotations.NullMarked;
