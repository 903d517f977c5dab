package io.dovira.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.bson.BsonArray;
import org.bson.Document;

/** The interface of a running service, for a caller with a token. Every refusal is an exception. */
record ServiceApi(URI service, String token) {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Document get(String path) {
        return send(request(path).GET());
    }

    Document post(String path, Document body) {
        return send(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toJson())));
    }

    Document delete(String path) {
        return send(request(path).DELETE());
    }

    /** Returns when every projection of the query service has come to where the log ended when it was called. */
    void awaitProjections() throws IOException, InterruptedException {
        long head = projections("head").max().orElseThrow();
        while (projections("position").anyMatch(position -> position < head)) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private LongStream projections(String figure) throws IOException, InterruptedException {
        return BsonArray.parse(
                        open("/api/v1/projections", BodyHandlers.ofString()).body())
                .stream()
                .mapToLong(
                        projection -> projection.asDocument().getNumber(figure).longValue());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("Authorization", "Bearer " + token);
    }

    /** For answers that are streams. */
    <T> HttpResponse<T> open(String path, HttpResponse.BodyHandler<T> body) throws IOException, InterruptedException {
        return HTTP.send(request(path).build(), body);
    }

    private static Document send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            HttpResponse<String> answer = HTTP.send(built, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        built.method() + " " + built.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return Document.parse(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(built.method() + " " + built.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
