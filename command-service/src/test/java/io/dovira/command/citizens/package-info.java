@NullMarked
package io.dovira.command.citizens;

import org.jspecify.annotations.NullMarked;
