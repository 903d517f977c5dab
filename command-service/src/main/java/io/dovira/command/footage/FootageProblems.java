package io.dovira.command.footage;

import io.dovira.command.footage.store.ContentDiffers;
import io.dovira.command.footage.store.ContentTooLarge;
import io.dovira.command.footage.store.StoreUnavailable;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what can go wrong with content as RFC 9457 problems. Nothing was recorded. */
@RestControllerAdvice(basePackageClasses = FootageProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class FootageProblems {
    private static final Logger LOG = LoggerFactory.getLogger(FootageProblems.class);
    private static final String TYPES = "urn:dovira:problem:";

    @ExceptionHandler
    ProblemDetail differs(ContentDiffers differs) {
        FootageReason reason = FootageReason.CONTENT_DIFFERS;
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, reason.code(), reason.title(), differs);
    }

    @ExceptionHandler
    ProblemDetail tooLarge(ContentTooLarge tooLarge) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "The body is too large", tooLarge);
    }

    /** What was asked for goes into no log of ours: it may be a path of the store. */
    @ExceptionHandler
    ProblemDetail unavailable(StoreUnavailable unavailable) {
        LOG.warn("the store of footage does not do its work", unavailable);
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, "Nothing was recorded. Try again.");
        problem.setType(URI.create(TYPES + "store-unavailable"));
        problem.setTitle("The store of footage does not answer");
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String code, String title, Exception why) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(why.getMessage()));
        problem.setType(URI.create(TYPES + code));
        problem.setTitle(title);
        return problem;
    }
}
