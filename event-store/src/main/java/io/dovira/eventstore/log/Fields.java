package io.dovira.eventstore.log;

/** The stored names. They are history: changing one means migrating every log. */
final class Fields {
    static final String FIRST = "_id";
    static final String COUNT = "n";
    static final String RECORDED_AT = "rts";
    static final String KEYS = "k";
    static final String EVENTS = "ev";

    static final String EVENT_ID = "eid";
    static final String TYPE = "type";
    static final String REVISION = "rev";
    static final String STREAM = "stream";
    static final String SEQUENCE = "seq";
    static final String OCCURRED_AT = "at";
    static final String TAGS = "tags";
    static final String PAYLOAD = "pl";
    static final String META = "meta";

    static final String ANY_EVENT_ID = EVENTS + "." + EVENT_ID;
    static final String ANY_TYPE = EVENTS + "." + TYPE;
    static final String ANY_STREAM = EVENTS + "." + STREAM;
    static final String ANY_OCCURRED_AT = EVENTS + "." + OCCURRED_AT;

    private Fields() {}

    static String key(String stream, long sequence) {
        return stream + "/" + sequence;
    }
}
