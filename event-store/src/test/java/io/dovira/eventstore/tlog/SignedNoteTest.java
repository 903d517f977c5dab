package io.dovira.eventstore.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    /** Key and note of the tests of Go's package for notes. */
    private static final String VERIFIER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\n" + VERIFIER;
    private static final String TEXT =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private static final String NOTE = TEXT
            + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    @Test
    void signsAsOthersDo() {
        NoteSigner signer = NoteSigner.of(SECRET);

        assertThat(signer.sign(TEXT)).hasToString(NOTE);
        assertThat(signer.key()).hasToString(VERIFIER);
        assertThat(signer.secretText().strip()).isEqualTo(SECRET);
        assertThat(signer.toString()).doesNotContain("AYEKFALV");
    }

    @Test
    void verifiesWhatOthersSigned() {
        assertThat(NoteKey.of(VERIFIER).verified(SignedNote.of(NOTE))).isEqualTo(TEXT);
    }

    @Test
    void refusesATextThatWasChangedAndAForeignSignature() {
        NoteKey key = NoteKey.of(VERIFIER);

        assertThatThrownBy(() -> key.verified(SignedNote.of(NOTE.replace("answer", "Answer"))))
                .hasMessageContaining("does not fit");
        assertThatThrownBy(
                        () -> key.verified(NoteSigner.generate("PeterNeumann").sign(TEXT)))
                .hasMessageContaining("not signed by");
    }

    @Test
    void passesOverSignaturesOfOthers() {
        SignedNote note = SignedNote.of(NOTE);
        SignedNote.Signature witness =
                NoteSigner.generate("witness.example").sign(TEXT).signatures().getFirst();
        SignedNote cosigned =
                new SignedNote(TEXT, List.of(witness, note.signatures().getFirst()));

        assertThat(NoteKey.of(VERIFIER).verified(SignedNote.of(cosigned.toString())))
                .isEqualTo(TEXT);
    }

    @Test
    void aNewKeySurvivesBeingWrittenDown() {
        NoteSigner signer = NoteSigner.generate("dovira.example/log");
        NoteSigner again = NoteSigner.of(signer.secretText());

        assertThat(again.sign(TEXT)).hasToString(signer.sign(TEXT).toString());
        assertThat(NoteKey.of(signer.key().toString()).verified(again.sign(TEXT)))
                .isEqualTo(TEXT);
    }

    @Test
    void refusesHalvesOfDifferentKeys() {
        String other = NoteSigner.generate("PeterNeumann").key().toString();

        assertThatThrownBy(() -> NoteSigner.of(SECRET.lines().findFirst().orElseThrow() + "\n" + other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("AYEKFALV");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc",
                "PeterNeumann"
            })
    void refusesAKeyThatIsMistyped(String text) {
        assertThatThrownBy(() -> NoteKey.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n— name c2lnbmF0dXJl",
                "text\n\nname c2lnbmF0dXJl\n",
                "text\n\n— name\n",
                "text\n\n— name c2ln\n",
                "text\n\n— na+me c2lnbmF0dXJl\n",
                "text\n\n— name %%%%\n",
                "te\txt\n\n— name c2lnbmF0dXJl\n",
                "te\ufffdxt\n\n— name c2lnbmF0dXJl\n"
            })
    void refusesWhatIsNoNote(String text) {
        assertThatThrownBy(() -> SignedNote.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The example of the specification. */
    @Test
    void readsTheCheckpointOfTheSpecification() {
        String note = """
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                """;
        SignedNote read = SignedNote.of(note);
        Checkpoint checkpoint = Checkpoint.of(read.text());

        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
        assertThat(checkpoint.text()).isEqualTo(read.text());
        assertThat(read).hasToString(note);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "o\n1\n",
                "o\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "o\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n",
                "o\n1\n47DEQpj8\n",
                "o\n1\n\n",
                "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
            })
    void refusesWhatIsNoCheckpoint(String text) {
        assertThatThrownBy(() -> Checkpoint.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
