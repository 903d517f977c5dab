package io.dovira.events;

/**
 * Something that happened, in the past tense, immutable. Implemented by records only; each carries {@link StoredAs} and is
 * listed in the catalogue ({@code io.dovira.events.catalogue.Facts}).
 */
public interface Fact {}
