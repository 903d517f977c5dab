@NullMarked
package io.dovira.events.policies;

import org.jspecify.annotations.NullMarked;
