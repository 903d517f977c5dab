package io.dovira.embedded.storage;

import java.nio.file.Path;

/** Another process (or another server of this process) has the data directory open. */
public final class DataInUseException extends RuntimeException {

    DataInUseException(Path file, Throwable cause) {
        super(
                "the data directory " + file.getParent() + " is in use: " + file.getFileName()
                        + " is locked by another process; stop it or choose another directory",
                cause);
    }
}
