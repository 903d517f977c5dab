/** Where service happens: offices, the services they offer, their desks and the staff at them. */
@NullMarked
package io.dovira.events.offices;

import org.jspecify.annotations.NullMarked;
