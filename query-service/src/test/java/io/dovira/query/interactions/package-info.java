/** Finding single visits and cases and telling their story, put to the test. */
@NullMarked
package io.dovira.query.interactions;

import org.jspecify.annotations.NullMarked;
