/** What the log promises, held against the embedded server and, when one is named, a real MongoDB. */
@NullMarked
package io.dovira.eventstore.log;

import org.jspecify.annotations.NullMarked;
