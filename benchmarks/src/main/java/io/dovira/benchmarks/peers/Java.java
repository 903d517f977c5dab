package io.dovira.benchmarks.peers;

import java.io.File;
import java.nio.file.Path;

/** How processes of this class path are started. */
final class Java {

    static final String COMMAND =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    static final String CLASS_PATH = System.getProperty("java.class.path");

    private Java() {}

    static String path(String... entries) {
        return String.join(File.pathSeparator, entries);
    }
}
