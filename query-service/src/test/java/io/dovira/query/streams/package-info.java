/** What integrators are promised, tested over the wire. */
@NullMarked
package io.dovira.query.streams;

import org.jspecify.annotations.NullMarked;
