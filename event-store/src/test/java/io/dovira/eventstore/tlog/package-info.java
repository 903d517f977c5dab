/** The tree against the recursion of RFC 6962, and everything outsiders read against published vectors. */
@NullMarked
package io.dovira.eventstore.tlog;

import org.jspecify.annotations.NullMarked;
