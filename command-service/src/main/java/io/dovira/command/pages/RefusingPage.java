package io.dovira.command.pages;

import io.dovira.command.platform.InvalidRequest;
import io.dovira.command.platform.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A page of a form for people: what a client would be told as a problem is shown as the error page of the same status. */
public abstract class RefusingPage {

    @ExceptionHandler
    public final void refused(Refused refused, HttpServletResponse response) throws IOException {
        response.sendError(refused.refusal().reason().kind().status());
    }

    @ExceptionHandler
    public final void invalid(InvalidRequest invalid, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
}
