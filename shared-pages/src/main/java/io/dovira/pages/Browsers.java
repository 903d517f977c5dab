package io.dovira.pages;

import io.dovira.access.PageRequests;
import io.dovira.access.Provider;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What people with a browser meet where programs are answered with a problem. */
final class Browsers {
    static final String SIGN_IN = "/oauth2/authorization/main";
    static final String SIGN_IN_FAILED = "/sign-in-failed";

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Forms that stand on a page of their own; the one that signs out stands on every page. */
    static final RequestMatcher FORMS =
            request -> PageRequests.FORMS.matches(request) && !"/logout".equals(request.getRequestURI());

    private Browsers() {}

    /**
     * To the identity provider. Who came by another name of this machine is first sent to the public address, because the provider
     * returns people there and the cookie of the old name would not come along.
     */
    static AuthenticationEntryPoint signIn(URI own) {
        AuthenticationEntryPoint provider = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
        return (request, response, why) -> {
            String host = request.getServerName();
            if (THIS_MACHINE.contains(host) && THIS_MACHINE.contains(own.getHost()) && !host.equals(own.getHost())) {
                response.sendRedirect(own + requested(request));
            } else {
                provider.commence(request, response, why);
            }
        };
    }

    /** The provider is asked here, because the filter that needs it would turn a failure into a 500 with a stack trace. */
    static Filter askingProvider(Provider provider) {
        return (request, response, chain) -> {
            if (SIGN_IN.equals(((HttpServletRequest) request).getRequestURI())) {
                provider.document();
            }
            chain.doFilter(request, response);
        };
    }

    /** The error page for 403. */
    static AccessDeniedHandler deniedPage() {
        return (request, response, why) -> response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /**
     * A form of a session that has ended, or of nobody's page, is shown anew, after a sign-in if need be: what was filled in is lost, and nothing was
     * done. All else is for others.
     */
    static AccessDeniedHandler deniedForm() {
        return (request, response, why) -> {
            if (why instanceof CsrfException) {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader(HttpHeaders.LOCATION, request.getRequestURI());
            } else {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }
        };
    }

    private static String requested(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
