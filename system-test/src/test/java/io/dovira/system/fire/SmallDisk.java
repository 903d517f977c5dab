package io.dovira.system.fire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tmpfs in a mount namespace of its own, which goes away with the process that holds it: nothing is left mounted, whatever happens. Needs
 * CAP_SYS_ADMIN, or a kernel that gives namespaces to all users.
 */
final class SmallDisk implements AutoCloseable {
    private static final List<Way> WAYS = List.of(
            new Way(List.of("unshare", "--mount"), List.of("--mount")),
            new Way(
                    List.of("unshare", "--user", "--map-root-user", "--mount"),
                    List.of("--user", "--preserve-credentials", "--mount")));

    private final Process holder;
    private final Way way;
    private final Path directory;

    private record Way(List<String> make, List<String> enter) {}

    private SmallDisk(Process holder, Way way, Path directory) {
        this.holder = holder;
        this.way = way;
        this.directory = directory;
    }

    /** @return nothing if this machine does not allow it */
    static Optional<SmallDisk> at(Path directory, int megabytes) {
        for (Way way : WAYS) {
            Optional<SmallDisk> disk = at(directory, megabytes, way);
            if (disk.isPresent()) {
                return disk;
            }
        }
        return Optional.empty();
    }

    private static Optional<SmallDisk> at(Path directory, int megabytes, Way way) {
        try {
            Files.createDirectories(directory);
            List<String> command = new ArrayList<>(way.make());
            // Lives until its input ends.
            command.addAll(List.of(
                    "sh",
                    "-c",
                    "mount -t tmpfs -o size=%dm tmpfs '%s' && echo mounted && cat".formatted(megabytes, directory)));
            Process holder = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            byte[] said = holder.getInputStream().readNBytes("mounted".length());
            if (new String(said, StandardCharsets.US_ASCII).equals("mounted")) {
                return Optional.of(new SmallDisk(holder, way, directory));
            }
            return Optional.empty();
        } catch (IOException e) {
            // There is no such program here.
            return Optional.empty();
        }
    }

    /** Put before a command, lets it run where the disk is. */
    List<String> within() {
        List<String> words = new ArrayList<>(List.of("nsenter", "--target", String.valueOf(holder.pid())));
        words.addAll(way.enter());
        return words;
    }

    void grow(int megabytes) {
        Shell.run("%s mount -o remount,size=%dm '%s'".formatted(String.join(" ", within()), megabytes, directory));
    }

    @Override
    public void close() {
        try {
            holder.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
