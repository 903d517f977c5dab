package io.dovira.query.identity;

import io.dovira.access.Refusals;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 503 while the identity provider cannot be asked, where Spring Security would answer 500. */
final class WhenProviderIsDown extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(WhenProviderIsDown.class);

    private final Provider provider;
    private final Refusals refusals;

    WhenProviderIsDown(Provider provider, Refusals refusals) {
        this.provider = provider;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (Browsers.SIGN_IN.equals(request.getRequestURI())) {
                // Asked here, because the filter that needs it would turn the failure into a 500 with a stack trace.
                provider.document();
            }
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException | RestClientException e) {
            if (response.isCommitted()) {
                throw e;
            }
            LOG.warn("The identity provider cannot be asked: {}", e.getMessage());
            if (Browsers.ASKING_FOR_A_PAGE.matches(request)) {
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            } else {
                refusals.providerUnreachable(request, response);
            }
        }
    }
}
