@NullMarked
package io.dovira.query.custody;

import org.jspecify.annotations.NullMarked;
