package io.dovira.command.footage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.events.FootageId;
import io.dovira.events.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every store promises. */
abstract class FileStoreContract {
    static final FootageId OWNER = new FootageId("f1");
    private static final long MOST = 1 << 20;
    private static final String NOBODYS = "ab/" + "ab".repeat(32) + "-01234567-f9";

    abstract FileStore store();

    /** Uploads on their way. */
    abstract List<String> incoming() throws IOException;

    @Test
    void keepsWhatItWasTold() throws IOException {
        byte[] content = content(700_001);

        KeptFile kept = keep(OWNER, content);

        assertThat(kept.bytes()).isEqualTo(content.length);
        assertThat(kept.file())
                .startsWith(hash(content).substring(0, 2) + "/" + hash(content))
                .endsWith("-f1");
        assertThat(read(kept.file(), 0, Long.MAX_VALUE)).isEqualTo(content);
        assertThat(store().sha256(kept.file(), read -> {})).isEqualTo(hash(content));
        assertThat(incoming()).isEmpty();
    }

    @Test
    void givesAnyPart() throws IOException {
        byte[] content = content(1000);
        String file = keep(OWNER, content).file();

        assertThat(read(file, 0, 1)).containsExactly(content[0]);
        assertThat(read(file, 999, 1)).containsExactly(content[999]);
        assertThat(read(file, 100, 300)).isEqualTo(Arrays.copyOfRange(content, 100, 400));
    }

    @Test
    void leavesNothingOfContentWithAnotherHash() throws IOException {
        List<String> before = files();

        assertThatThrownBy(() -> store().keep(OWNER, "ab".repeat(32), in(content(5000)), MOST))
                .isInstanceOf(ContentDiffers.class)
                .hasMessageContaining(hash(content(5000)));
        assertThatThrownBy(() -> store().keep(OWNER, hash(new byte[0]), in(new byte[0]), MOST))
                .isInstanceOf(ContentDiffers.class);

        assertThat(files()).isEqualTo(before);
        assertThat(incoming()).isEmpty();
    }

    @Test
    void leavesNothingOfTooMuch() throws IOException {
        byte[] content = content(1001);

        assertThatThrownBy(() -> store().keep(OWNER, hash(content), in(content), 1000))
                .isInstanceOf(ContentTooLarge.class);

        assertThat(incoming()).isEmpty();
        assertThat(store().keep(OWNER, hash(content), in(content), 1001).bytes())
                .isEqualTo(1001);
    }

    @Test
    void leavesNothingOfAnUploadThatBreaksOff() throws IOException {
        List<String> before = files();
        InputStream broken = new SequenceInputStream(in(content(300_000)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                throw new IOException("gone");
            }
        });

        assertThatThrownBy(() -> store().keep(OWNER, hash(content(300_000)), broken, MOST))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");

        assertThat(files()).isEqualTo(before);
        assertThat(incoming()).isEmpty();
    }

    @Test
    void givesTheSameContentOfTwoOwnersTwoFiles() throws IOException {
        byte[] content = content(77);
        String one = keep(OWNER, content).file();
        String other = keep(new FootageId("f2"), content).file();
        String again = keep(OWNER, content).file();

        assertThat(List.of(one, other, again)).doesNotHaveDuplicates();
        store().delete(one);

        assertThatThrownBy(() -> read(one, 0, 1)).isInstanceOf(NoSuchFile.class);
        assertThat(read(other, 0, 77)).isEqualTo(content);
        assertThat(read(again, 0, 77)).isEqualTo(content);
        store().delete(one);
    }

    @Test
    void listsItsFiles() throws IOException {
        String one = keep(OWNER, content(1)).file();
        String other = keep(OWNER, content(2)).file();

        assertThat(files()).contains(one, other);
    }

    @Test
    void knowsNoOtherFiles() {
        assertThatThrownBy(() -> store().open(NOBODYS, 0, 1)).isInstanceOf(NoSuchFile.class);
        store().delete(NOBODYS);
        for (String outside : List.of("../../etc/passwd", "ab/" + "ab".repeat(32), "", NOBODYS + "/x")) {
            assertThatThrownBy(() -> store().open(outside, 0, 1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store().delete(outside)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void canBeProbed() {
        store().probe();
        assertThat(store().tidy(Instant.EPOCH)).isZero();
    }

    KeptFile keep(FootageId owner, byte[] content) throws IOException {
        return store().keep(owner, hash(content), in(content), MOST);
    }

    List<String> files() {
        List<String> files = new ArrayList<>();
        store().forEach(files::add);
        files.sort(null);
        return files;
    }

    byte[] read(String file, long from, long length) throws IOException {
        try (InputStream in = store().open(file, from, length)) {
            return in.readAllBytes();
        }
    }

    static InputStream in(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }

    static String hash(byte[] content) {
        return Sha256.of(content);
    }
}
