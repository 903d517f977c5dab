package io.dovira.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker/compose.yaml}, with its anchors resolved and variables left as they are. */
record Compose(Map<?, ?> file) {

    static Compose read() {
        return parse(Repository.text("docker/compose.yaml"));
    }

    static Compose parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Compose(new Yaml(new SafeConstructor(options)).load(text));
    }

    Set<String> names(String section) {
        return keys(file.get(section));
    }

    Map<?, ?> service(String name) {
        return map(map(file.get("services")).get(name));
    }

    /** Keys of a service's map, or the items of its list: compose takes both for most things. */
    Set<String> named(String service, String key) {
        Object value = service(service).get(key);
        return value instanceof Map<?, ?> ? keys(value) : Set.copyOf(list(service, key));
    }

    List<String> list(String service, String key) {
        List<String> items = new ArrayList<>();
        if (service(service).get(key) instanceof List<?> list) {
            list.forEach(item -> items.add(String.valueOf(item)));
        }
        return items;
    }

    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Set<String> keys(@Nullable Object value) {
        return map(value).keySet().stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
