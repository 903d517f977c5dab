/**
 * The command service: requests in, facts out. One package per feature; start at {@link io.dovira.command.CommandServiceApplication}, then open
 * the feature you look for.
 */
@NullMarked
package io.dovira.command;

import org.jspecify.annotations.NullMarked;
