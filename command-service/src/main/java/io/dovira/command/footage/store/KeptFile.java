package io.dovira.command.footage.store;

/** A file in the store. {@code file} begins with the hash and is never used again for other content. */
public record KeptFile(String file, long bytes) {}
