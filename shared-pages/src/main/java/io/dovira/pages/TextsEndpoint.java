package io.dovira.pages;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the wording to the scripts. An outdated hash gets the present wording, but must not be kept. */
@RestController
final class TextsEndpoint {
    private static final MediaType JAVASCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final Texts texts;

    TextsEndpoint(Texts texts) {
        this.texts = texts;
    }

    @GetMapping("/texts/{tag:[a-z]{2}}-{hash:[0-9a-f]+}.js")
    ResponseEntity<String> module(@PathVariable String tag, @PathVariable String hash) {
        return Language.of(tag)
                .map(language -> ResponseEntity.ok()
                        .cacheControl(
                                texts.address(language).contains(hash)
                                        ? CacheControl.maxAge(Duration.ofDays(365))
                                                .immutable()
                                        : CacheControl.noStore())
                        .contentType(JAVASCRIPT)
                        .body(texts.source(language)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
