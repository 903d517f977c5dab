@NullMarked
package io.dovira.events.custody;

import org.jspecify.annotations.NullMarked;
