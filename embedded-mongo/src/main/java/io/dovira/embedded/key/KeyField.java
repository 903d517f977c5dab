package io.dovira.embedded.key;

/** One field of an index or of a sort: a dotted path and its direction. */
public record KeyField(String path, boolean ascending) {}
