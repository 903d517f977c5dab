package io.dovira.query.streams;

import io.dovira.events.catalogue.Facts;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Why a request for events is not answered; goes out as a problem detail (RFC 9457) with a stable type. */
final class Refused extends ErrorResponseException {

    private Refused(HttpStatus status, ProblemDetail problem) {
        super(status, problem, null);
    }

    static Refused unknownType(String type) {
        List<String> known = Facts.all().stream().map(Facts::nameOf).toList();
        Refused refused = refused(
                HttpStatus.BAD_REQUEST,
                "unknown-event-type",
                "Unknown event type",
                "No event is of type '" + type + "'. Ask for a known one, or for a feature such as visit.*");
        refused.getBody().setProperty("known", known);
        return refused;
    }

    static Refused outsideScope(String type) {
        return refused(
                HttpStatus.FORBIDDEN,
                "event-outside-scope",
                "Not your events",
                "Your account may not read events of type '" + type + "'.");
    }

    static Refused malformed(String parameter, String why) {
        return refused(HttpStatus.BAD_REQUEST, "malformed-parameter", "Malformed parameter", parameter + ": " + why);
    }

    static Refused tooManySubscribers(int most) {
        Refused refused = refused(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too-many-subscribers",
                "Too many subscribers",
                "All " + most + " places for subscribers are taken; read in pages or try later");
        refused.getHeaders().set("Retry-After", "10");
        return refused;
    }

    static Refused noSuchType(String name) {
        return refused(
                HttpStatus.NOT_FOUND, "unknown-event-type", "Unknown event type", "No event is of type '" + name + "'");
    }

    private static Refused refused(HttpStatus status, String type, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:dovira:problem:" + type));
        problem.setTitle(title);
        return new Refused(status, problem);
    }
}
