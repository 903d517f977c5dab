/** What visitors say of the service: surveys offered and answered. */
@NullMarked
package io.dovira.events.feedback;

import org.jspecify.annotations.NullMarked;
