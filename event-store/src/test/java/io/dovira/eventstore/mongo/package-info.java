/** The databases that the suites run against: the embedded server always, a real MongoDB when {@code DOVIRA_TEST_MONGODB_URI} names one. */
@NullMarked
package io.dovira.eventstore.mongo;

import org.jspecify.annotations.NullMarked;
