/** Tests of offices and desks: the aggregates with their deciders. */
@NullMarked
package io.dovira.command.offices;

import org.jspecify.annotations.NullMarked;
