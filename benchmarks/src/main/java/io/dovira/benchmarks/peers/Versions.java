package io.dovira.benchmarks.peers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions that really run: those in the names of the jars. */
record Versions(String classPath, String occurrentClassPath) {

    String of(String artifact) {
        return in(classPath.contains(artifact + "-") ? classPath : occurrentClassPath, artifact);
    }

    String occurrent(String artifact) {
        return in(occurrentClassPath, artifact);
    }

    private static String in(String path, String artifact) {
        Matcher jar = Pattern.compile(Pattern.quote(artifact) + "-(\\d[^/\\\\]*)\\.jar")
                .matcher(path);
        return jar.find() ? jar.group(1) : "(version unknown)";
    }
}
