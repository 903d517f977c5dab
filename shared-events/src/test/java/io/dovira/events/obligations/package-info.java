@NullMarked
package io.dovira.events.obligations;

import org.jspecify.annotations.NullMarked;
