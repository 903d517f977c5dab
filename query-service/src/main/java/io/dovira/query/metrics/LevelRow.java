package io.dovira.query.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.dovira.events.Origin;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The service level of one group in one bucket.
 *
 * @param organisation only if asked for by {@code by}; so for the other dimensions and their names
 * @param origin figures of different origins are never put together
 * @param bucket start of the local hour with its offset, local day, or {@code total}
 * @param percent part of whole in percent, by the formula; null if the whole is below 30
 * @param part those that count as in time by the formula
 * @param whole those of whom they are a part
 * @param answered legs that were called
 * @param answeredWithin of these, called in time
 * @param abandoned legs whose visitor left before a call
 * @param abandonedWithin of these, left before the time was over, or just then
 * @param abandonedShort of these, left within the short cut-off; null if the formula has none
 * @param open legs that still wait
 * @param closed legs that were closed without an outcome; in no other figure
 * @param withoutTarget called or left, and not counted because there was no target
 */
record LevelRow(
        @JsonInclude(Include.NON_NULL) @Nullable String organisation,
        @JsonInclude(Include.NON_NULL) @Nullable Map<String, String> organisationName,
        @JsonInclude(Include.NON_NULL) @Nullable String region,
        @JsonInclude(Include.NON_NULL) @Nullable Map<String, String> regionName,
        @JsonInclude(Include.NON_NULL) @Nullable String office,
        @JsonInclude(Include.NON_NULL) @Nullable Map<String, String> officeName,
        @JsonInclude(Include.NON_NULL) @Nullable String service,
        @JsonInclude(Include.NON_NULL) @Nullable Map<String, String> serviceName,
        @JsonInclude(Include.NON_NULL) @Nullable String channel,
        Origin origin,
        String bucket,
        @Nullable Double percent,
        long part,
        long whole,
        long answered,
        long answeredWithin,
        long abandoned,
        long abandonedWithin,
        @Nullable Long abandonedShort,
        long open,
        long closed,
        long withoutTarget) {}
