/** Tests of the folds of offices and desks. */
@NullMarked
package io.dovira.events.offices;

import org.jspecify.annotations.NullMarked;
