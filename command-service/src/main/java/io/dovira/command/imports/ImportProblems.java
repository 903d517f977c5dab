package io.dovira.command.imports;

import io.dovira.command.imports.ImportStatus.Problem;
import io.dovira.command.imports.mapping.MappingRefused;
import io.dovira.command.imports.source.FileRefused;
import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Answers what an import can be refused for as RFC 9457 problems. Before Boot's own, which knows an upload that is too large, but not our limit. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ImportProblems {

    private final ImportsProperties properties;

    ImportProblems(ImportsProperties properties) {
        this.properties = properties;
    }

    /** {@code faults}: every place in the YAML, and what is expected there. */
    @ExceptionHandler
    ProblemDetail mapping(MappingRefused refused) {
        ProblemDetail problem = ImportRefused.problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "mapping-refused",
                "Mapping refused",
                String.valueOf(refused.getMessage()));
        problem.setProperty("faults", refused.faults());
        return problem;
    }

    /** {@code type} ends in the kind of fault, for example {@code file-cut-off}; {@code problems} has the line, if it is known. */
    @ExceptionHandler
    ProblemDetail file(FileRefused refused) {
        boolean large = refused.code() == FileRefused.Code.TOO_LARGE;
        String code = refused.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
        ProblemDetail problem = ImportRefused.problem(
                large ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT,
                "file-" + code,
                "File refused",
                String.valueOf(refused.getMessage()));
        if (refused.line() > 0) {
            problem.setProperty("problems", List.of(new Problem(refused.line(), String.valueOf(refused.getMessage()))));
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail key(KeyReused refused) {
        return ImportRefused.problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "Idempotency key reused",
                String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail tooLarge(MaxUploadSizeExceededException refused) {
        return ImportRefused.problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "file-too-large",
                "File refused",
                "The upload is larger than " + properties.maxUpload().toMegabytes() + " MB, the limit of this server.");
    }

    @ExceptionHandler
    ProblemDetail form(MultipartException refused) {
        return ImportRefused.problem(
                HttpStatus.BAD_REQUEST, "form-broken", "Broken form", "The request is no complete multipart form.");
    }
}
