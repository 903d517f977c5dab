package io.dovira.verifier;

import io.dovira.eventstore.tlog.Hash;
import io.dovira.eventstore.tlog.MissingTile;
import io.dovira.eventstore.tlog.Tile;
import io.dovira.eventstore.tlog.TileSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** Tiles as files, below a directory or an address: {@code tile/0/x001/234.p/56}. */
final class TileFiles {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TileFiles() {}

    static TileSource of(String place) {
        return place.startsWith("http://") || place.startsWith("https://")
                ? at(place.replaceFirst("/+$", ""))
                : in(Path.of(place));
    }

    /** A full tile serves for a part of it: who mirrors a log may drop parts. */
    private static TileSource in(Path directory) {
        Path root = Files.isDirectory(directory.resolve("tile")) ? directory.resolve("tile") : directory;
        return tile -> {
            for (Tile there : new Tile[] {tile, new Tile(tile.level(), tile.index(), Tile.FULL)}) {
                Path file = root.resolve(there.path());
                if (Files.exists(file)) {
                    try {
                        return cut(Files.readAllBytes(file), tile);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
            throw new MissingTile(tile);
        };
    }

    private static TileSource at(String address) {
        HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        return tile -> {
            URI uri = URI.create(address + "/tile/" + tile.path());
            try {
                HttpResponse<byte[]> answer = http.send(
                        HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) {
                    throw new MissingTile(tile);
                }
                return cut(answer.body(), tile);
            } catch (IOException e) {
                throw new UncheckedIOException(uri + " does not answer: " + e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        };
    }

    private static byte[] cut(byte[] bytes, Tile tile) {
        int length = Hash.BYTES * tile.width();
        if (bytes.length < length) {
            throw new MissingTile(tile);
        }
        return Arrays.copyOf(bytes, length);
    }
}
