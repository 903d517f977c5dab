@NullMarked
package io.dovira.query.obligations;

import org.jspecify.annotations.NullMarked;
