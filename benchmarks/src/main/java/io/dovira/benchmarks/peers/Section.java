package io.dovira.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a page that is written by a program, between two markers. */
final class Section {

    private static final String BEGIN = "<!-- peers:begin -->";
    private static final String END = "<!-- peers:end -->";

    private Section() {}

    static void write(Path page, String text) throws IOException {
        Files.writeString(page, replaced(Files.readString(page), text));
    }

    static String replaced(String page, String text) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the page has no part between " + BEGIN + " and " + END);
        }
        return page.substring(0, begin + BEGIN.length()) + "\n" + text + "\n" + page.substring(end);
    }
}
