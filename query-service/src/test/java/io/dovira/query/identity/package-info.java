/** Shows that sign-in lets in whom it should and nobody else. */
@NullMarked
package io.dovira.query.identity;

import org.jspecify.annotations.NullMarked;
