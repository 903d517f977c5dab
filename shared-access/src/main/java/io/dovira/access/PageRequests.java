package io.dovira.access;

import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Tells people with a browser from programs: they are answered with a page where a program is answered with a problem. */
public final class PageRequests {

    /** A request of a browser for a page. Programs that take anything are answered as programs. */
    public static final RequestMatcher MATCHER = matcher("GET");

    /** A form that a browser sends; not those of programs, which do the same by the interfaces. */
    public static final RequestMatcher FORMS = matcher("POST");

    private PageRequests() {}

    private static RequestMatcher matcher(String method) {
        MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return request -> method.equals(request.getMethod()) && html.matches(request);
    }
}
