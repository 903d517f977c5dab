package io.dovira.query.platform;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal as RFC 9457 problem detail, with a stable {@code type}. */
public final class Problem extends ErrorResponseException {

    private Problem(HttpStatus status, String type, String title, String detail) {
        super(status, body(status, type, title, detail), null);
    }

    private static ProblemDetail body(HttpStatus status, String type, String title, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("urn:dovira:problem:" + type));
        body.setTitle(title);
        return body;
    }

    /** 400: a parameter has a value that it cannot have; {@code allowed} lists what it can. */
    public static Problem badValue(String parameter, String value, Collection<String> allowed) {
        Problem problem = new Problem(
                HttpStatus.BAD_REQUEST,
                "bad-value",
                "A parameter has a value that it cannot have",
                "'" + value + "' is not a value of '" + parameter + "'");
        problem.getBody().setProperty("parameter", parameter);
        problem.getBody().setProperty("allowed", List.copyOf(allowed));
        return problem;
    }

    /** 400: a parameter has a value that cannot be read. */
    public static Problem unreadable(String parameter, String value, String expected) {
        Problem problem = new Problem(
                HttpStatus.BAD_REQUEST,
                "bad-value",
                "A parameter has a value that it cannot have",
                "'" + value + "' is not " + expected);
        problem.getBody().setProperty("parameter", parameter);
        return problem;
    }

    /** 400: there is no such parameter. */
    public static Problem unknownParameter(String parameter, Collection<String> allowed) {
        Problem problem = new Problem(
                HttpStatus.BAD_REQUEST,
                "unknown-parameter",
                "There is no such parameter",
                "'" + parameter + "' is not a parameter of this request");
        problem.getBody().setProperty("parameter", parameter);
        problem.getBody().setProperty("allowed", List.copyOf(allowed));
        return problem;
    }

    /** 400: a parameter that must be there is not. */
    public static Problem missing(String parameter, Collection<String> allowed) {
        Problem problem = new Problem(
                HttpStatus.BAD_REQUEST,
                "missing-parameter",
                "A parameter is missing",
                "'" + parameter + "' must be given");
        problem.getBody().setProperty("parameter", parameter);
        problem.getBody().setProperty("allowed", List.copyOf(allowed));
        return problem;
    }

    /** 404. */
    public static Problem notFound(String what) {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", "Not found", what);
    }

    /** 403: who asks may know it, and has to say what for first. */
    public static Problem purposeNeeded(String detail) {
        return new Problem(HttpStatus.FORBIDDEN, "purpose-needed", "Say what for", detail);
    }

    /** 409: it cannot be done in the state that things are in. */
    public static Problem conflict(String type, String title, String detail) {
        return new Problem(HttpStatus.CONFLICT, type, title, detail);
    }

    /** 422: understood, and refused. */
    public static Problem refused(String type, String title, String detail) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, type, title, detail);
    }

    /** 501: planned, and not there yet. */
    public static Problem notAvailableYet(String detail) {
        return new Problem(HttpStatus.NOT_IMPLEMENTED, "not-available-yet", "Not available yet", detail);
    }

    /** 503: all places for readers of a stream are taken. */
    static Problem tooManySubscribers(String detail) {
        Problem problem =
                new Problem(HttpStatus.SERVICE_UNAVAILABLE, "too-many-subscribers", "Too many subscribers", detail);
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, "10");
        return problem;
    }

    /** 503: what is shown cannot be read, because it was made by a release with other documents; a rebuild is under way. */
    static Problem madeByAnotherRelease(String build, Throwable cause) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "made-by-another-release",
                "The view is being rebuilt",
                "what " + build + " holds cannot be read by this release: " + cause.getMessage());
    }

    /** 504: the view has not reached the wanted position in time. */
    public static Problem behind(long wanted, long position) {
        Problem problem = new Problem(
                HttpStatus.GATEWAY_TIMEOUT,
                "behind",
                "The view is behind",
                "position " + wanted + " was asked for, the view is complete to " + position);
        problem.getBody().setProperty("position", position);
        return problem;
    }
}
