@NullMarked
package io.dovira.command.policies;

import org.jspecify.annotations.NullMarked;
