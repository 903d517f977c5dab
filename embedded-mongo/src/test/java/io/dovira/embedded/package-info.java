/** Shows that the server keeps what it acknowledges and finds it again in the order MongoDB promises. */
@NullMarked
package io.dovira.embedded;

import org.jspecify.annotations.NullMarked;
