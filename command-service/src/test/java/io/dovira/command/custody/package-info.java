@NullMarked
package io.dovira.command.custody;

import org.jspecify.annotations.NullMarked;
