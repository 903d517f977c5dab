/** Tests of communities, officers, stations and publications. */
@NullMarked
package io.dovira.command.community;

import org.jspecify.annotations.NullMarked;
