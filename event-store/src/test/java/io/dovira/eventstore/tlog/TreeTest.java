package io.dovira.eventstore.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeTest {

    private static final int LARGEST = 600;

    /** The leaves and roots that implementations of Certificate Transparency test with. */
    @Test
    void hashesAsCertificateTransparencyDoes() {
        List<String> inputs = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        List<String> roots = List.of(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        TreeBuilder tree = TreeBuilder.empty();

        assertThat(tree.root()).hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < inputs.size(); i++) {
            tree.append(Hash.leaf(HexFormat.of().parseHex(inputs.get(i))));
            assertThat(tree.root()).as("%d leaves", i + 1).hasToString(roots.get(i));
        }
    }

    @Test
    void hasTheRootOfTheRecursionAtEverySize() {
        Naive tree = new Naive();
        for (int size = 0; size <= LARGEST; size++) {
            Hash root = Naive.mth(tree.leaves);

            assertThat(tree.builder.root()).as("grown to %d", size).isEqualTo(root);
            assertThat(new TileTree(tree, size).root())
                    .as("from tiles at %d", size)
                    .isEqualTo(root);
            tree.grow();
        }
    }

    @Test
    void knowsTheRootOfEveryFormerSize() {
        Naive tree = Naive.of(LARGEST);
        TileTree tiles = new TileTree(tree, LARGEST);

        for (int size = 0; size <= LARGEST; size += 7) {
            assertThat(tiles.root(size)).as("at %d", size).isEqualTo(Naive.mth(tree.leaves.subList(0, size)));
        }
    }

    @Test
    void goesOnFromTheTilesOfItsRightEdge() {
        Naive tree = Naive.of(LARGEST);
        for (int size : List.of(0, 1, 255, 256, 257, 511, 512, 513, 599)) {
            TreeBuilder again = TreeBuilder.of(tree, size);

            assertThat(again.root()).as("at %d", size).isEqualTo(Naive.mth(tree.leaves.subList(0, size)));
            tree.leaves.subList(size, LARGEST).forEach(again::append);
            assertThat(again.root()).as("from %d on", size).isEqualTo(tree.builder.root());
        }
    }

    @Test
    void provesInclusionAsTheRecursionDoes() {
        Random random = random();
        Naive tree = new Naive();
        for (int size = 1; size <= LARGEST; size++) {
            tree.grow();
            Hash root = tree.builder.root();
            for (int index : some(random, size - 1)) {
                List<Hash> proof = new TileTree(tree, size).inclusion(index);
                Hash leaf = tree.leaves.get(index);

                assertThat(proof).as("%d in %d", index, size).isEqualTo(Naive.path(index, tree.leaves));
                assertThat(Proofs.includes(leaf, index, size, proof, root)).isTrue();
                assertThat(Proofs.includes(Hash.node(leaf, leaf), index, size, proof, root))
                        .isFalse();
                assertThat(Proofs.includes(leaf, index, size, proof, Hash.ofNothing()))
                        .isFalse();
                assertThat(Proofs.includes(leaf, size, size, proof, root)).isFalse();
                if (size > 1) {
                    assertThat(Proofs.includes(leaf, (index + 1) % size, size, proof, root))
                            .isFalse();
                    assertThat(Proofs.includes(leaf, index, size, spoilt(random, proof), root))
                            .isFalse();
                    assertThat(Proofs.includes(leaf, index, size, proof.subList(1, proof.size()), root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void provesConsistencyAsTheRecursionDoes() {
        Random random = random();
        Naive tree = new Naive();
        List<Hash> roots = new ArrayList<>(List.of(Hash.ofNothing()));
        for (int size = 1; size <= LARGEST; size++) {
            tree.grow();
            Hash root = tree.builder.root();
            roots.add(root);
            for (int former : some(random, size)) {
                List<Hash> proof = new TileTree(tree, size).consistency(former);
                Hash formerRoot = roots.get(former);

                if (former > 0) {
                    assertThat(proof).as("%d in %d", former, size).isEqualTo(Naive.proof(former, tree.leaves));
                }
                assertThat(Proofs.consistent(former, formerRoot, size, root, proof))
                        .as("%d in %d", former, size)
                        .isTrue();
                Hash another = Hash.node(root, root);
                assertThat(Proofs.consistent(former, another, size, root, proof))
                        .isFalse();
                assertThat(former > 0 && Proofs.consistent(former, formerRoot, size, another, proof))
                        .isFalse();
                if (!proof.isEmpty()) {
                    assertThat(Proofs.consistent(former, formerRoot, size, root, spoilt(random, proof)))
                            .isFalse();
                    assertThat(Proofs.consistent(former, formerRoot, size, root, proof.subList(1, proof.size())))
                            .isFalse();
                }
            }
        }
    }

    /** The example of the specification. */
    @Test
    void aTreeOfSeventyThousandHasTheTilesOfTheSpecification() {
        assertThat(Tile.in(70_000, 0, 272)).contains(new Tile(0, 272, 256));
        assertThat(Tile.in(70_000, 0, 273)).contains(new Tile(0, 273, 112));
        assertThat(Tile.in(70_000, 0, 274)).isEmpty();
        assertThat(Tile.in(70_000, 1, 0)).contains(new Tile(1, 0, 256));
        assertThat(Tile.in(70_000, 1, 1)).contains(new Tile(1, 1, 17));
        assertThat(Tile.in(70_000, 2, 0)).contains(new Tile(2, 0, 1));
        assertThat(Tile.in(70_000, 3, 0)).isEmpty();
        assertThat(Tile.in(256, 1, 0)).contains(new Tile(1, 0, 1));
        assertThat(Tile.in(0, 0, 0)).isEmpty();
    }

    @Test
    void refusesWhatATreeDoesNotHave() {
        TileTree tree = new TileTree(Naive.of(10), 10);

        assertThatThrownBy(() -> tree.inclusion(10)).hasMessageContaining("no leaf 10");
        assertThatThrownBy(() -> tree.inclusion(-1)).hasMessageContaining("no leaf -1");
        assertThatThrownBy(() -> tree.consistency(11)).hasMessageContaining("never had 11");
        assertThatThrownBy(() -> new TileTree(Naive.of(10), 11).root()).isInstanceOf(MissingTile.class);
    }

    private static List<Integer> some(Random random, int last) {
        List<Integer> some =
                new ArrayList<>(List.of(0, last, last / 2, Integer.highestOneBit(Math.max(1, last)) % (last + 1)));
        for (int i = 0; i < 2; i++) {
            some.add(random.nextInt(last + 1));
        }
        return some;
    }

    private static List<Hash> spoilt(Random random, List<Hash> proof) {
        List<Hash> spoilt = new ArrayList<>(proof);
        int at = random.nextInt(spoilt.size());
        byte[] bytes = spoilt.get(at).bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        spoilt.set(at, Hash.of(bytes));
        return spoilt;
    }

    private static Random random() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        return new Random(seed);
    }
}
