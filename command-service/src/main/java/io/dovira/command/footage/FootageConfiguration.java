package io.dovira.command.footage;

import io.dovira.command.footage.store.DirectoryStore;
import io.dovira.command.footage.store.FileStore;
import io.dovira.command.footage.store.S3Store;
import io.dovira.command.platform.DoviraProperties;
import io.dovira.command.platform.Uploads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The store that is configured, and who looks after it. */
@Configuration(proxyBeanMethods = false)
class FootageConfiguration {

    @Bean
    Uploads footageUploads() {
        return new Uploads("/api/v1/footage/{footage}/ingest", "/api/v1/footage/{footage}/redacted");
    }

    @Bean(destroyMethod = "close")
    FileStore footageStore(FootageProperties properties, DoviraProperties dovira) throws IOException {
        Path directory = Objects.requireNonNullElseGet(
                properties.directory(), () -> dovira.data().resolve("footage"));
        return switch (properties.store()) {
            case DIRECTORY -> new DirectoryStore(directory);
            case S3 -> {
                FootageProperties.S3 s3 = properties.s3();
                yield new S3Store(client(s3), s3.bucket(), s3.prefix(), directory.resolve("incoming"));
            }
        };
    }

    private static S3Client client(FootageProperties.S3 s3) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(s3.region()))
                .forcePathStyle(s3.pathStyle());
        if (s3.endpoint() != null) {
            builder.endpointOverride(s3.endpoint());
        }
        if (s3.accessKey() != null && s3.secretKey() != null) {
            builder.credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create(s3.accessKey(), s3.secretKey())));
        }
        return builder.build();
    }
}
