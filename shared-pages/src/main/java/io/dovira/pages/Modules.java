package io.dovira.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.webjars.WebJarVersionLocator;

/**
 * Every ES module by name: {@code app/<name>} for each own file, {@code app/texts} for the wording in the language of the page, and the
 * libraries. Own files carry a content hash in their address and may be cached for ever; modules import each other by name only, so
 * the hash of one never changes another.
 *
 * <p>Thread-safe.
 */
final class Modules {
    private static final String OWN = "classpath*:/static/js/*.js";
    private static final Pattern IMPORT =
            Pattern.compile("^import .*?from '([^']+)';$|^import '([^']+)';$", Pattern.MULTILINE);

    private final ResourceUrlProvider addresses;
    private final Texts texts;
    private final Map<String, List<String>> importsOf = new TreeMap<>();
    private final Map<Language, Map<String, String>> maps = new ConcurrentHashMap<>();

    Modules(ResourceUrlProvider addresses, Texts texts) {
        this.addresses = addresses;
        this.texts = texts;
        for (Resource file : files(OWN)) {
            importsOf.put("app/" + stem(file), imports(file));
        }
    }

    ImportMap importMap(Language language) {
        return ImportMap.of(addresses(language));
    }

    /**
     * The addresses of all that a page's module needs, directly or not. Told to the browser in the head, because it would else find them
     * one round trip after the other: only a loaded module says what it imports.
     */
    List<String> neededBy(String module, Language language) {
        Map<String, String> known = addresses(language);
        Set<String> needed = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of("app/" + module));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (needed.add(name)) {
                open.addAll(importsOf.getOrDefault(name, List.of()));
            }
        }
        return needed.stream()
                .map(known::get)
                .filter(address -> address != null)
                .map(String::valueOf)
                .toList();
    }

    /** Built at the first page, when every resource handler is known. */
    private Map<String, String> addresses(Language language) {
        return maps.computeIfAbsent(language, this::build);
    }

    private Map<String, String> build(Language language) {
        Map<String, String> map = new TreeMap<>();
        for (String name : importsOf.keySet()) {
            String path = "/js/" + name.substring("app/".length()) + ".js";
            String hashed = addresses.getForLookupPath(path);
            map.put(name, hashed == null ? path : hashed);
        }
        map.put("app/texts", texts.address(language));
        String lit = "/webjars/lit-html/" + version("lit-html") + "/";
        map.put("lit-html", lit + "lit-html.js");
        map.put("lit-html/directives/repeat.js", lit + "directives/repeat.js");
        map.put("lit-html/", lit);
        map.put("uplot", "/webjars/uplot/" + version("uplot") + "/dist/uPlot.esm.js");
        return map;
    }

    private static String version(String webJar) {
        String version = new WebJarVersionLocator().version(webJar);
        if (version == null) {
            throw new IllegalStateException("the WebJar " + webJar + " is not on the class path");
        }
        return version;
    }

    private static String stem(Resource file) {
        String name = String.valueOf(file.getFilename());
        return name.substring(0, name.length() - ".js".length());
    }

    private static List<String> imports(Resource file) {
        try {
            List<String> names = new ArrayList<>();
            IMPORT.matcher(file.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .map(Modules::name)
                    .forEach(names::add);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(MatchResult found) {
        String from = found.group(1);
        return from == null ? found.group(2) : from;
    }

    private static Resource[] files(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
