package io.dovira.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.pages.test.Browser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.context.ConfigurableApplicationContext;

/** The one {@link FixtureServer} of all page tests of this JVM: starting it costs seconds, and the browser keeps what it has loaded from it. */
final class Stage {

    private static final class Shared {
        static final ConfigurableApplicationContext SERVER = FixtureServer.start(0);
        static final String BASE = "http://localhost:" + SERVER.getEnvironment().getProperty("local.server.port");
        static final HttpClient CLIENT = HttpClient.newHttpClient();
    }

    private Stage() {}

    static String base() {
        return Shared.BASE;
    }

    static <T> T bean(Class<T> type) {
        return Shared.SERVER.getBean(type);
    }

    /** @param what path and query below {@code /fixture} */
    static void set(String what) {
        try {
            HttpResponse<Void> answer = Shared.CLIENT.send(
                    HttpRequest.newBuilder(URI.create(base() + "/fixture" + what))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens a page and waits until all of it is there. */
    static Browser open(Browser browser, String path) {
        browser.open(base() + path)
                .await("all of " + path)
                .until(() -> Boolean.TRUE.equals(browser.js("return !document.querySelector('.is-loading')"
                        + " && Boolean(document.querySelector('h1')?.textContent)")));
        return browser;
    }
}
