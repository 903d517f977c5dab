package io.dovira.query.pages;

/** An entry of the main navigation. */
enum Section {
    BOARD("/", "nav.board"),
    INTERACTIONS("/interactions", "nav.interactions");

    private final String path;
    private final String key;

    Section(String path, String key) {
        this.path = path;
        this.key = key;
    }

    public String path() {
        return path;
    }

    /** Message key of its name. */
    public String key() {
        return key;
    }

    /** Whether a request path belongs to this entry; an office is part of the board. */
    public boolean holds(String requested) {
        return switch (this) {
            case BOARD -> requested.equals("/") || requested.startsWith("/offices/");
            case INTERACTIONS -> requested.equals(path) || requested.startsWith(path + "/");
        };
    }
}
