/** Histories for tests: told by hand ({@code Story}) or made up at random but possible ({@code RandomStory}). */
@NullMarked
package io.dovira.query.story;

import org.jspecify.annotations.NullMarked;
