/** Interactions that another system kept and Dovira imported by their milestones (opened, steps, first response, closed). */
@NullMarked
package io.dovira.events.cases;

import org.jspecify.annotations.NullMarked;
