@NullMarked
package io.dovira.query.estimates;

import org.jspecify.annotations.NullMarked;
