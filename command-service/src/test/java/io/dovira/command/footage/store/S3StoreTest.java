package io.dovira.command.footage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The real client, over HTTP, with a bucket that compares checksums. */
class S3StoreTest extends FileStoreContract {
    @TempDir
    Path spool;

    private FakeS3 s3;
    private S3Store store;

    @BeforeEach
    void open() throws IOException {
        s3 = new FakeS3();
        S3Client client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.EU_CENTRAL_1)
                .endpointOverride(s3.address())
                .forcePathStyle(true)
                .overrideConfiguration(how -> how.retryStrategy(RetryMode.STANDARD))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "s")))
                .build();
        store = new S3Store(client, FakeS3.BUCKET, "footage/", spool.resolve("incoming"));
    }

    @AfterEach
    void close() {
        store.close();
        s3.close();
    }

    @Override
    FileStore store() {
        return store;
    }

    @Override
    List<String> incoming() throws IOException {
        try (Stream<Path> parts = Files.list(spool.resolve("incoming"))) {
            return parts.map(Path::toString).toList();
        }
    }

    @Test
    void keepsItsFilesBelowThePrefix() throws IOException {
        String file = keep(OWNER, content(9)).file();

        assertThat(s3.objects).containsOnlyKeys("footage/" + file);
    }

    @Test
    void findsTheHashOfWhatIsThereNow() throws IOException {
        String file = keep(OWNER, content(9)).file();
        s3.objects.put("footage/" + file, content(10));
        assertThat(store.sha256(file, read -> {})).isEqualTo(hash(content(10)));

        s3.objects.put("footage/" + file, new byte[0]);
        assertThat(store.sha256(file, read -> {})).isEqualTo(hash(new byte[0]));

        Objects.requireNonNull(s3.objects.remove("footage/" + file));
        assertThatThrownBy(() -> store.sha256(file, read -> {})).isInstanceOf(NoSuchFile.class);
    }

    @Test
    void saysWhenTheBucketDoesNotAnswer() throws IOException {
        s3.close();

        assertThatThrownBy(() -> keep(OWNER, content(9))).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.probe()).isInstanceOf(StoreUnavailable.class);
        assertThat(incoming()).isEmpty();
    }
}
