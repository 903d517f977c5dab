package io.dovira.command.imports;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that is refused, answered as an RFC 9457 problem. */
final class ImportRefused extends ErrorResponseException {

    ImportRefused(HttpStatus status, String type, String title, String detail) {
        super(status, problem(status, type, title, detail), null);
    }

    static ProblemDetail problem(HttpStatus status, String type, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:dovira:problem:" + type));
        problem.setTitle(title);
        return problem;
    }
}
