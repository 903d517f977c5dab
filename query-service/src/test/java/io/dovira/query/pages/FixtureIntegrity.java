package io.dovira.query.pages;

import io.dovira.eventstore.tlog.Checkpoint;
import io.dovira.eventstore.tlog.Hash;
import io.dovira.eventstore.tlog.Leaf;
import io.dovira.eventstore.tlog.MissingTile;
import io.dovira.eventstore.tlog.NoteSigner;
import io.dovira.eventstore.tlog.TileTree;
import io.dovira.eventstore.tlog.TreeBuilder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A sealed log of 700 events, 650 of them sealed, with a real tree and a real key. {@code POST /fixture/seal?how=} makes it honest, contradicted,
 * lying about a leaf, signing with another key, or rewritten from the beginning.
 */
@TestComponent
@RestController
final class FixtureIntegrity {
    static final long SEALED = 650;
    static final long HEAD = 700;

    private final NoteSigner signer = NoteSigner.generate("dovira.example/log");
    private final NoteSigner forger = NoteSigner.generate("dovira.example/log");
    private final Tree honest = new Tree("visit");
    private final Tree rewritten = new Tree("another");
    private volatile String how = "honest";

    /** What a citizen holds. */
    static String receipt(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(leaf("visit", position).entry());
    }

    static Leaf leaf(String stream, long position) {
        Instant at = Instant.parse("2026-11-25T08:00:00Z").plusSeconds(position);
        return new Leaf(
                position,
                at.plusMillis(40),
                at,
                position % 5,
                1,
                "0b9e-" + position,
                "visit.visitor-arrived",
                stream + "-" + position,
                List.of("вхід"),
                Hash.leaf(new byte[] {1}),
                Hash.leaf(new byte[] {2}));
    }

    private static final class Tree {
        private final Map<String, byte[]> tiles = new HashMap<>();

        Tree(String stream) {
            TreeBuilder builder = TreeBuilder.empty();
            for (long position = 1; position <= SEALED; position++) {
                builder.append(leaf(stream, position).hash());
            }
            builder.takeGrown()
                    .forEach(grown ->
                            tiles.put(grown.tile().level() + "/" + grown.tile().index(), grown.bytes()));
        }

        TileTree of(long size) {
            return new TileTree(
                    tile -> {
                        byte[] hashes = tiles.get(tile.level() + "/" + tile.index());
                        if (hashes == null) {
                            throw new MissingTile(tile);
                        }
                        return Arrays.copyOf(hashes, Hash.BYTES * tile.width());
                    },
                    size);
        }
    }

    @PostMapping("/fixture/seal")
    void stage(@RequestParam(name = "how") String wanted) {
        how = wanted;
    }

    /** A server that "hides" signs another log and answers questions about its beginning from the old one. */
    private Tree tree() {
        return how.equals("rewritten") || how.equals("hiding") ? rewritten : honest;
    }

    private String note() {
        String text =
                new Checkpoint("dovira.example/log", SEALED, tree().of(SEALED).root()).text();
        return (how.equals("forged") ? forger : signer).sign(text).toString();
    }

    @GetMapping("/api/v1/log/seal")
    Map<String, @Nullable Object> seal() {
        boolean contradicted = how.equals("contradicted");
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("standing", contradicted ? "CONTRADICTED" : "SEALED");
        state.put("sealed", SEALED);
        state.put("sealedAt", FixtureOffices.ago(3));
        state.put("head", HEAD);
        state.put("secondsBehind", 1.2);
        state.put("checkpoint", note());
        state.put("key", signer.key().toString());
        state.put("checkedTo", 512);
        state.put("brokenAt", contradicted ? 417 : null);
        state.put("broken", contradicted ? "the event is not the one that was sealed" : null);
        state.put("foundAt", contradicted ? FixtureOffices.ago(60) : null);
        return state;
    }

    @GetMapping("/api/v1/log/proof")
    ResponseEntity<?> proof(@RequestParam long position) {
        if (position > SEALED) {
            ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.CONFLICT);
            problem.setProperty("sealed", SEALED);
            problem.setProperty("head", HEAD);
            return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
        }
        TileTree tree = tree().of(SEALED);
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("position", position);
        proof.put("size", SEALED);
        proof.put("leaf", (how.equals("lying") ? Hash.ofNothing() : tree.leaf(position - 1)).base64());
        proof.put("root", tree.root().base64());
        proof.put(
                "hashes",
                tree.inclusion(position - 1).stream().map(Hash::base64).toList());
        proof.put("checkpoint", note());
        return ResponseEntity.ok(proof);
    }

    @GetMapping("/api/v1/log/consistency")
    Map<String, Object> consistency(@RequestParam long from) {
        TileTree tree = (how.equals("hiding") ? honest : tree()).of(SEALED);
        return Map.of(
                "from", from,
                "to", SEALED,
                "fromRoot", tree.root(from).base64(),
                "toRoot", tree.root().base64(),
                "hashes", tree.consistency(from).stream().map(Hash::base64).toList());
    }

    /** A checkpoint that this browser may have seen on a former day. */
    String seen(long size) {
        return honest.of(size).root().base64();
    }
}
