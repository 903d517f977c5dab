package io.dovira.events.footage;

import io.dovira.events.FootageId;
import io.dovira.events.StoredAs;

/**
 * Somebody answers for every flaw of this kind that stood open. It makes no gap smaller and no file whole.
 *
 * @param explanation how it came to it and what was done, without personal data
 */
@StoredAs("footage.flaw-explained")
public record FlawExplained(FootageId footage, Flaw flaw, String explanation) implements FootageFact {}
