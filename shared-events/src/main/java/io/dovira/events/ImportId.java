package io.dovira.events;

/** One run of an import. */
public record ImportId(String value) {
    public ImportId {
        value = Text.id("import id", value);
    }

    /** The stream of the log that holds its facts. */
    public String stream() {
        return "import-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
