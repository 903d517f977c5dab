package io.dovira.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import tools.jackson.databind.json.JsonMapper;

/** Answers interfaces with RFC 9457 problems where a browser would be shown a page. Thread-safe. */
public final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String TYPES = "urn:dovira:problem:";
    private static final String INTERFACES = "/api/";

    private final JsonMapper json;
    private final BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();

    public Refusals(JsonMapper json) {
        this.json = json;
    }

    /** 401, with the {@code WWW-Authenticate} header that RFC 6750 asks for. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        challenge.commence(request, response, why);
        String detail = request.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? "This needs a sign-in or a bearer token."
                : "The bearer token is not valid: expired, of another issuer, or damaged.";
        write(request, response, HttpStatus.UNAUTHORIZED, "sign-in-required", "Sign-in required", detail);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException
                && request.getRequestURI().startsWith(request.getContextPath() + INTERFACES)
                && SecurityContextHolder.getContext().getAuthentication() == null) {
            // The form token is checked before anything else; a program without a sign-in lacks that, not a form.
            commence(request, response, new InsufficientAuthenticationException("not signed in", why));
            return;
        }
        switch (why) {
            case OfficeOutsideScope outside ->
                write(
                        request,
                        response,
                        HttpStatus.FORBIDDEN,
                        "office-outside-scope",
                        "Not your office",
                        String.valueOf(outside.getMessage()));
            case CsrfException ignored ->
                write(
                        request,
                        response,
                        HttpStatus.FORBIDDEN,
                        "form-expired",
                        "Form expired",
                        "The request carries no valid form token. Load the page again, or send a bearer token.");
            default ->
                write(
                        request,
                        response,
                        HttpStatus.FORBIDDEN,
                        "role-required",
                        "Not allowed",
                        "None of your roles may do this.");
        }
    }

    /** 503 when the identity provider cannot be asked: the token may well be good. */
    public void providerUnreachable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        write(
                request,
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                "identity-provider-unreachable",
                "Identity provider unreachable",
                "The token could not be verified because the identity provider does not answer. Try again.");
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String type,
            String title,
            String detail)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPES + type));
        problem.setTitle(title);
        problem.setInstance(URI.create(request.getRequestURI()));
        byte[] body = json.writeValueAsBytes(problem);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
