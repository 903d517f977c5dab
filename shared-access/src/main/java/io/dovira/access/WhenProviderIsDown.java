package io.dovira.access;

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
public final class WhenProviderIsDown extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(WhenProviderIsDown.class);

    private final Refusals refusals;

    public WhenProviderIsDown(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException | RestClientException e) {
            if (response.isCommitted()) {
                throw e;
            }
            LOG.warn("The identity provider cannot be asked: {}", e.getMessage());
            if (PageRequests.MATCHER.matches(request)) {
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            } else {
                refusals.providerUnreachable(request, response);
            }
        }
    }
}
