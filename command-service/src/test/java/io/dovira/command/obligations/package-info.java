@NullMarked
package io.dovira.command.obligations;

import org.jspecify.annotations.NullMarked;
