/** Tests of visits, from the pure decider to HTTP. */
@NullMarked
package io.dovira.command.visits;

import org.jspecify.annotations.NullMarked;
