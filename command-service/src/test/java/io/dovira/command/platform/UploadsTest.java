package io.dovira.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadsTest {
    private final Uploads uploads = new Uploads("/api/v1/imports/**", "/api/v1/footage/{footage}/ingest");

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/imports", "/api/v1/imports/i-1", "/api/v1/footage/f-1/ingest"})
    void limitThemselves(String path) {
        assertThat(uploads.has(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/visits",
                "/api/v1/importsandmore",
                "/api/v1/footage/ingest",
                "/api/v1/footage/f-1/ingest/more",
                "/api/v1/footage/f-1/export",
                "/x/api/v1/imports"
            })
    void areNoOtherAddresses(String path) {
        assertThat(uploads.has(path)).isFalse();
    }
}
