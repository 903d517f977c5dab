package io.dovira.command.imports.source;

/**
 * How much a file may hold.
 *
 * @param rawBytes after unpacking
 * @param ratio unpacked bytes for one packed byte, beyond 64 MiB; more is taken for a decompression bomb
 */
public record Limits(long rawBytes, int ratio) {

    /** Below this size any ratio is harmless. */
    static final long HARMLESS = 64L << 20;

    public static final Limits DEFAULTS = new Limits(4L << 30, 250);
}
