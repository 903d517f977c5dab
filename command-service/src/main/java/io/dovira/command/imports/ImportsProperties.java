package io.dovira.command.imports;

import io.dovira.command.imports.source.Limits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much may be imported at once.
 *
 * @param maxUpload of the file as it is sent
 * @param maxUnpacked of the file when unpacked
 * @param maxRatio unpacked bytes for each packed one, beyond 64 MB; more is taken for a decompression bomb
 * @param batch records that are recorded together; the steps of one XES trace are never parted
 */
@ConfigurationProperties("dovira.imports")
public record ImportsProperties(
        @DefaultValue("1GB") DataSize maxUpload,
        @DefaultValue("4GB") DataSize maxUnpacked,
        @DefaultValue("250") int maxRatio,
        @DefaultValue("2000") int batch) {

    public ImportsProperties {
        if (maxRatio < 1 || batch < 1) {
            throw new IllegalArgumentException("dovira.imports.max-ratio and batch must be positive");
        }
    }

    Limits limits() {
        return new Limits(maxUnpacked.toBytes(), maxRatio);
    }
}
