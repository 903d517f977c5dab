package io.dovira.embedded.query;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** Errors under MongoDB's own codes. */
public final class Refusal {

    private Refusal() {}

    public static MongoServerError of(int code, String name, String message) {
        return new MongoServerError(code, name, message);
    }

    /** Something MongoDB has and this server has not. */
    public static MongoServerError notImplemented(String what) {
        return of(238, "NotImplemented", what + " is not supported by this server");
    }

    public static MongoServerError badValue(String message) {
        return of(2, "BadValue", message);
    }
}
