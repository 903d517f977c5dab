package io.dovira.pages;

import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a page may load and do: its own files, nothing inline but the import map (by hash), nothing from other hosts, no string turned into
 * markup except by lit-html's own policy (Trusted Types).
 *
 * @param signIn base address of the identity provider: signing out leads there, then to the other service, and browsers apply {@code form-action}
 *     to redirects
 */
record SecurityPolicy(URI signIn, Site site) {
    /**
     * @param asks the other service, if the page asks it for what it shows; null for pages that ask their own
     * @param worker the name of the policy (Trusted Types) under which the page brings its service worker; null if it has none
     */
    String header(String scriptHash, @Nullable URI asks, @Nullable String worker) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' '" + scriptHash + "'",
                "style-src 'self'",
                "img-src 'self'",
                "connect-src 'self'" + (asks == null ? "" : " " + origin(asks)),
                "manifest-src 'self'",
                "worker-src " + (worker == null ? "'none'" : "'self'"),
                "form-action 'self' "
                        + Stream.of(signIn, site.command(), site.query())
                                .map(SecurityPolicy::origin)
                                .distinct()
                                .collect(Collectors.joining(" ")),
                "base-uri 'none'",
                "frame-ancestors 'none'",
                "require-trusted-types-for 'script'",
                "trusted-types lit-html" + (worker == null ? "" : " " + worker));
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
