package io.dovira.query.platform;

import java.util.Arrays;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** A parameter that is no number, or no value of a list, is refused with the same stable type as one that we read ourselves. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableParameters {

    @ExceptionHandler
    ResponseEntity<?> refuse(MethodArgumentTypeMismatchException e) {
        String value = String.valueOf(e.getValue());
        Class<?> wanted = e.getRequiredType();
        List<String> allowed = wanted != null && wanted.isEnum()
                ? Arrays.stream(wanted.getEnumConstants()).map(String::valueOf).toList()
                : List.of();
        Problem problem = allowed.isEmpty()
                ? Problem.unreadable(e.getName(), value, "a whole number")
                : Problem.badValue(e.getName(), value, allowed);
        return ResponseEntity.status(problem.getStatusCode()).body(problem.getBody());
    }
}
