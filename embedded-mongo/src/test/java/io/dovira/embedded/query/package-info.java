/** Shows that queries find what they should, by whatever index, and that plans read no more than they need. */
@NullMarked
package io.dovira.embedded.query;

import org.jspecify.annotations.NullMarked;
