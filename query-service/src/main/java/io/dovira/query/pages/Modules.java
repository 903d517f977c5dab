package io.dovira.query.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
    private static final String OWN = "classpath:/static/js/*.js";

    private final ResourceUrlProvider addresses;
    private final Texts texts;
    private final Map<Language, ImportMap> maps = new EnumMap<>(Language.class);

    Modules(ResourceUrlProvider addresses, Texts texts) {
        this.addresses = addresses;
        this.texts = texts;
    }

    /** The import map of pages in this language. Built at the first page, when every resource handler is known. */
    synchronized ImportMap importMap(Language language) {
        return maps.computeIfAbsent(language, this::build);
    }

    private ImportMap build(Language language) {
        Map<String, String> imports = new TreeMap<>();
        for (Resource module : ownModules()) {
            String file = module.getFilename();
            if (file != null) {
                imports.put("app/" + file.substring(0, file.length() - ".js".length()), address("/js/" + file));
            }
        }
        imports.put("app/texts", texts.address(language));
        String lit = "/webjars/lit-html/" + version("lit-html") + "/";
        imports.put("lit-html", lit + "lit-html.js");
        imports.put("lit-html/", lit);
        imports.put("uplot", "/webjars/uplot/" + version("uplot") + "/dist/uPlot.esm.js");
        return ImportMap.of(imports);
    }

    private String address(String path) {
        String hashed = addresses.getForLookupPath(path);
        return hashed == null ? path : hashed;
    }

    private static String version(String webJar) {
        @Nullable String version = new WebJarVersionLocator().version(webJar);
        if (version == null) {
            throw new IllegalStateException("the WebJar " + webJar + " is not on the class path");
        }
        return version;
    }

    private static Resource[] ownModules() {
        try {
            return new PathMatchingResourcePatternResolver().getResources(OWN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
