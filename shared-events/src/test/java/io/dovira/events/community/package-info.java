/** Tests of communities, officers, stations and publications. */
@NullMarked
package io.dovira.events.community;

import org.jspecify.annotations.NullMarked;
