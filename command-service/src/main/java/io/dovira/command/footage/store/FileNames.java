package io.dovira.command.footage.store;

import io.dovira.events.FootageId;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Names of files in a store: {@code 9f/9f86...0a08-1b2c3d4e-0199b1f0-55d2-7e01}, which is the hash below its first two digits, eight random digits,
 * and the owner. A name is made for one upload and never again: whoever deletes a file that lost a race deletes no other.
 */
final class FileNames {
    private static final Pattern NAME =
            Pattern.compile("[0-9a-f]{2}/[0-9a-f]{64}-[0-9a-f]{8}-[A-Za-z0-9][A-Za-z0-9._~-]{0,119}");

    private FileNames() {}

    static String of(String sha256, FootageId owner) {
        return sha256.substring(0, 2) + "/" + sha256 + "-"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()) + "-" + owner.value();
    }

    /** Names come out of the log; one that is none of ours would lead out of the store. */
    static String checked(String file) {
        if (!NAME.matcher(file).matches()) {
            throw new IllegalArgumentException("no name of a file in the store: " + file);
        }
        return file;
    }
}
