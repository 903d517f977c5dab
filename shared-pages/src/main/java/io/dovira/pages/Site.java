package io.dovira.pages;

import java.net.URI;

/**
 * Which of the two services shows a page, and where people reach both: the pages of one lead to those of the other.
 *
 * @param command public address of the command service
 * @param query public address of the query service
 */
public record Site(Service here, URI command, URI query) {

    /** The two services, as people with a browser meet them. */
    public enum Service {
        /** Where things are done: the desk, the kiosk, the ticket. */
        COMMAND,
        /** Where things are shown: the boards. */
        QUERY
    }

    /** What leads to a page from here: its path, or its whole address if the other service shows it. */
    public String address(Service of, String path) {
        return of == here ? path : (of == Service.COMMAND ? command : query) + path;
    }
}
