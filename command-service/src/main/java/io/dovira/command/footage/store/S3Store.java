package io.dovira.command.footage.store;

import io.dovira.events.FootageId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket of an S3-compatible store. An upload lies on this machine's disk until its hash is known, and goes out in one request with the hash,
 * which the store computes again before it answers: what has another hash never gets a name.
 */
public final class S3Store implements FileStore {
    private static final int GONE = 404;
    private static final int BEYOND = 416;

    private final S3Client client;
    private final String bucket;
    private final String prefix;
    private final Incoming incoming;

    /**
     * @param client closed with the store
     * @param prefix of every key; empty, or ends in a slash
     * @param spool for uploads on their way
     * @throws IOException if the spool cannot be made
     */
    public S3Store(S3Client client, String bucket, String prefix, Path spool) throws IOException {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
        this.incoming = new Incoming(spool);
    }

    @Override
    public KeptFile keep(FootageId owner, String sha256, InputStream content, long most) throws IOException {
        Incoming.Upload upload = incoming.take(sha256, content, most);
        String name = FileNames.of(sha256, owner);
        try {
            client.putObject(
                    put -> put.bucket(bucket)
                            .key(prefix + name)
                            .contentLength(upload.bytes())
                            .checksumSHA256(Base64.getEncoder()
                                    .encodeToString(HexFormat.of().parseHex(sha256))),
                    upload.path());
            return new KeptFile(name, upload.bytes());
        } catch (SdkException e) {
            throw new StoreUnavailable("the bucket cannot take the content", e);
        } finally {
            Files.deleteIfExists(upload.path());
        }
    }

    @Override
    public InputStream open(String file, long from, long length) {
        try {
            InputStream bytes = client.getObject(get -> get.bucket(bucket)
                    .key(key(file))
                    .range("bytes=" + from + "-" + (length >= Long.MAX_VALUE - from ? "" : from + length - 1)));
            return new Limited(bytes, length);
        } catch (S3Exception e) {
            if (e.statusCode() == GONE) {
                throw new NoSuchFile(file);
            }
            if (e.statusCode() == BEYOND) {
                // An object that was cut to nothing has no first byte to ask for.
                return InputStream.nullInputStream();
            }
            throw new StoreUnavailable("the file " + file + " cannot be read", e);
        } catch (SdkException e) {
            throw new StoreUnavailable("the file " + file + " cannot be read", e);
        }
    }

    @Override
    public void delete(String file) {
        try {
            client.deleteObject(delete -> delete.bucket(bucket).key(key(file)));
        } catch (SdkException e) {
            throw new StoreUnavailable("the file " + file + " cannot be deleted", e);
        }
    }

    @Override
    public void forEach(Consumer<String> file) {
        try {
            client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
                    .contents()
                    .forEach(object -> file.accept(object.key().substring(prefix.length())));
        } catch (SdkException e) {
            throw new StoreUnavailable("the files cannot be listed", e);
        }
    }

    @Override
    public int tidy(Instant before) {
        return incoming.tidy(before);
    }

    @Override
    public void probe() {
        incoming.probe();
        try {
            client.headBucket(head -> head.bucket(bucket));
        } catch (SdkException e) {
            throw new StoreUnavailable("the bucket does not answer", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private String key(String file) {
        return prefix + FileNames.checked(file);
    }
}
