@NullMarked
package io.dovira.events.clocks;

import org.jspecify.annotations.NullMarked;
