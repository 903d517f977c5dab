package io.dovira.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Gives every rendered view, error pages included, what the layout needs, and remembers a chosen language. */
final class PageShell implements HandlerInterceptor {
    /** Under this name a page that leads elsewhere brings a policy of its own in its model. */
    private static final String POLICY = "policy";

    /** Under this name a page says in its model that it asks the other service for what it shows. */
    private static final String ASKS = "asks";

    /** Under this name a page with a service worker names, in its model, the policy under which its script makes it one. */
    private static final String WORKER = "worker";

    /** Under this name a page says in its model that it is for nobody in particular: browsers keep it, so it bears no name and no form token. */
    private static final String NOBODY = "nobody";

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Modules modules;
    private final SecurityPolicy policy;
    private final Site site;

    PageShell(Modules modules, SecurityPolicy policy, Site site) {
        this.modules = modules;
        this.policy = policy;
        this.site = site;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        ChosenLanguage.asked(request)
                .ifPresent(language -> response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from(ChosenLanguage.COOKIE, language.tag())
                                .path("/")
                                .maxAge(A_YEAR)
                                .sameSite("Lax")
                                .build()
                                .toString()));
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView modelAndView) {
        if (modelAndView == null || redirects(modelAndView)) {
            return;
        }
        Locale locale = RequestContextUtils.getLocale(request);
        Language language = Language.of(locale.getLanguage()).orElse(Language.EN);
        ImportMap map = modules.importMap(language);
        Map<String, Object> model = modelAndView.getModel();
        URI asks = model.get(ASKS) instanceof URI other ? other : null;
        String worker = model.get(WORKER) instanceof String named ? named : null;
        // Set whatever is there: an error page comes after the refusal, which forbade everything.
        response.setHeader(
                "Content-Security-Policy",
                model.get(POLICY) instanceof String own ? own : policy.header(map.hash(), asks, worker));
        // The page depends on who asks, in which language and theme; a shared cache must not keep it.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        modelAndView.addObject("language", language.tag());
        modelAndView.addObject("theme", Theme.of(request).attribute());
        modelAndView.addObject("importMap", map.json());
        // Views are named after their module; a view without one, such as an error page, needs nothing.
        modelAndView.addObject("needed", modules.neededBy(String.valueOf(modelAndView.getViewName()), language));
        String path = requested(request);
        modelAndView.addObject(
                "sections",
                Section.shownTo(request).stream()
                        .map(section -> section.link(site, path))
                        .toList());
        modelAndView.addObject("home", site.address(Site.Service.QUERY, "/"));
        Principal user = model.containsKey(NOBODY) ? null : request.getUserPrincipal();
        modelAndView.addObject("user", user == null ? "" : user.getName());
    }

    private static boolean redirects(ModelAndView view) {
        String name = view.getViewName();
        return name == null || name.startsWith("redirect:");
    }

    private static String requested(HttpServletRequest request) {
        Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
        return failed == null ? request.getRequestURI() : failed.toString();
    }
}
