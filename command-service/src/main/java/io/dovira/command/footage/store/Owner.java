package io.dovira.command.footage.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and directories that only the owner may open. */
final class Owner {
    private Owner() {}

    static FileAttribute<?>[] file(Path path) {
        return attributes(path, "rw-------");
    }

    /** Makes the directory and those above it that are not there. */
    static void directories(Path path) throws IOException {
        Files.createDirectories(path, attributes(path, "rwx------"));
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
