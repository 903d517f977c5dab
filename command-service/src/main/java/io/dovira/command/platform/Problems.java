package io.dovira.command.platform;

import io.dovira.eventstore.log.LogUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The one place where "no" becomes an RFC 9457 problem. The types are promises: {@code urn:dovira:problem:<code>}. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    static final String TYPES = "urn:dovira:problem:";
    private static final String RETRY_SECONDS = "2";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        Reason reason = refused.refusal().reason();
        return answer(problem(
                status(reason), reason.code(), reason.title(), refused.refusal().detail()));
    }

    /** The codes of all refusals that a feature may give, with those of every feature. */
    static Map<HttpStatus, List<String>> types(Class<? extends Reason>[] ofFeature) {
        Stream<Reason> own = Arrays.stream(ofFeature).flatMap(reasons -> Arrays.stream(reasons.getEnumConstants()));
        return Stream.concat(own, Arrays.stream(PlatformReason.values()))
                .collect(
                        Collectors.groupingBy(Problems::status, Collectors.mapping(Reason::code, Collectors.toList())));
    }

    private static HttpStatus status(Reason reason) {
        return HttpStatus.valueOf(reason.kind().status());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidRequest invalid) {
        return answer(invalidRequest(invalid.errors()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(BodyTooLarge tooLarge) {
        return answer(bodyTooLarge(tooLarge));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooOften(TooOften tooOften) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(Math.max(1, tooOften.after().toSeconds())))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-often",
                        "Too many at once",
                        String.valueOf(tooOften.getMessage())));
    }

    /** The body of the answer says whether repeating is safe without an idempotency key. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(LogUnavailable unavailable) {
        LOG.warn("the log does not answer: {}", unavailable.getMessage());
        String detail = unavailable.nothingRecorded()
                ? "Nothing was recorded. Try again."
                : "It is not known whether it was recorded. Try again with the same Idempotency-Key.";
        ProblemDetail problem =
                problem(HttpStatus.SERVICE_UNAVAILABLE, "log-unavailable", "The log does not answer", detail);
        problem.setProperty("nothingRecorded", unavailable.nothingRecorded());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** An accident of ours: the caller gets an id to tell, the log the stack trace. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> accident(Exception accident, HttpServletRequest request) throws Exception {
        if (accident instanceof AccessDeniedException || accident instanceof AuthenticationException) {
            // Spring Security's filters answer these.
            throw accident;
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), accident);
        return answer(problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "Our fault",
                "Something went wrong here. Tell the operator the correlation id " + Correlation.of(request) + "."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge tooLarge) {
                return handleExceptionInternal(
                        unreadable, bodyTooLarge(tooLarge), headers, HttpStatus.CONTENT_TOO_LARGE, request);
            }
        }
        return handleExceptionInternal(unreadable, unreadableBody(unreadable), headers, status, request);
    }

    /** What Spring MVC refuses itself (wrong method, media type, path) gets a type of ours as well. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem
                && (problem.getType() == null
                        || "about:blank".equals(problem.getType().toString()))) {
            HttpStatus known = HttpStatus.resolve(status.value());
            problem.setType(URI.create(known == null ? TYPES + "http-" + status.value() : type(known)));
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    /** The type of a problem of which nothing is known but its status. */
    static String type(HttpStatus status) {
        return TYPES + status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ProblemDetail bodyTooLarge(BodyTooLarge tooLarge) {
        return problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "The body is too large",
                String.valueOf(tooLarge.getMessage()));
    }

    private static ProblemDetail unreadableBody(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof DatabindException binding) {
            String path = binding.getPath().stream()
                    .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                    .collect(Collectors.joining("."));
            String reason = binding instanceof UnrecognizedPropertyException unknown
                    ? "is not a field here; known are " + unknown.getKnownPropertyIds()
                    : "has the wrong type";
            return invalidRequest(List.of(new FieldError(path.isEmpty() ? "(body)" : path, reason)));
        }
        String reason = unreadable.getCause() instanceof JacksonException syntax
                ? "is not JSON: " + syntax.getOriginalMessage()
                : "is missing";
        return invalidRequest(List.of(new FieldError("(body)", reason)));
    }

    private static ProblemDetail invalidRequest(List<FieldError> errors) {
        ProblemDetail problem = problem(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "The request does not say what it should",
                errors.stream()
                        .map(error -> error.field() + " " + error.reason())
                        .collect(Collectors.joining("; ")));
        problem.setProperty("errors", errors);
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String code, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPES + code));
        problem.setTitle(title);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
