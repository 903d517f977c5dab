package io.dovira.command.footage;

import io.dovira.events.footage.StoredFile;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;

/**
 * The part of a file that a request asks for (RFC 9110, section 14). A request for several ranges at once, or one that cannot be read, gets all of
 * it, as that allows.
 *
 * @param length 0 if there is no such part
 */
record Part(HttpStatus status, long from, long length) {

    static Part of(HttpServletRequest request, StoredFile file) {
        Part whole = new Part(HttpStatus.OK, 0, file.bytes());
        String range = request.getHeader(HttpHeaders.RANGE);
        String onlyIf = request.getHeader(HttpHeaders.IF_RANGE);
        if (range == null || (onlyIf != null && !onlyIf.equals(tag(file)))) {
            return whole;
        }
        List<HttpRange> ranges;
        try {
            ranges = HttpRange.parseRanges(range);
        } catch (IllegalArgumentException e) {
            return whole;
        }
        if (ranges.size() != 1) {
            return whole;
        }
        long from = ranges.getFirst().getRangeStart(file.bytes());
        long to = ranges.getFirst().getRangeEnd(file.bytes());
        return from >= file.bytes() || to < from
                ? new Part(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, 0, 0)
                : new Part(HttpStatus.PARTIAL_CONTENT, from, to - from + 1);
    }

    static String tag(StoredFile file) {
        return "\"" + file.sha256() + "\"";
    }

    boolean isNone() {
        return length == 0;
    }
}
