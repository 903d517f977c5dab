/** What every projection stands on, put to the test. */
@NullMarked
package io.dovira.query.platform;

import org.jspecify.annotations.NullMarked;
