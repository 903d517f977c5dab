package io.dovira.embedded.command;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import io.dovira.embedded.query.Refusal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads fields of a request and refuses those of the wrong kind or of a meaning this server does not keep. */
final class Request {

    private static final Set<String> COMMON = Set.of(
            "$db",
            "lsid",
            "$clusterTime",
            "$readPreference",
            "comment",
            "maxTimeMS",
            "readConcern",
            "writeConcern",
            "apiVersion",
            "apiStrict",
            "apiDeprecationErrors");

    private static final Set<String> TRANSACTION =
            Set.of("txnNumber", "startTransaction", "autocommit", "stmtId", "stmtIds");

    /** Fields that MongoDB knows and that would change the outcome here; false, null and 0 ask for nothing. */
    private static final Set<String> NOT_IMPLEMENTED = Set.of(
            "collation",
            "hint",
            "let",
            "min",
            "max",
            "returnKey",
            "showRecordId",
            "tailable",
            "awaitData",
            "oplogReplay",
            "explain",
            "arrayFilters",
            "capped",
            "size",
            "timeseries",
            "expireAfterSeconds",
            "clusteredIndex",
            "changeStreamPreAndPostImages",
            "validator",
            "validationLevel",
            "validationAction",
            "indexOptionDefaults",
            "viewOn",
            "pipeline",
            "storageEngine",
            "encryptedFields",
            "encryptionInformation",
            "exchange",
            "commitQuorum",
            "sampleRate",
            "autoIndexId");

    private Request() {}

    /** Refuses every field that the command does not understand. */
    static void check(String command, Set<String> understood, Document request) {
        for (String field : request.keySet()) {
            Object value = request.get(field);
            if (TRANSACTION.contains(field)) {
                throw Refusal.of(
                        20,
                        "IllegalOperation",
                        "Transaction numbers are only allowed on a replica set member or mongos; this server has none");
            }
            if (!understood.contains(field) && !COMMON.contains(field)) {
                refuse(command + "." + field, field, value);
            }
        }
        readConcern(request.get("readConcern"));
        writeConcern(request.get("writeConcern"));
        if (!"1".equals(request.getOrDefault("apiVersion", "1"))) {
            throw Refusal.of(322, "APIVersionError", "API version must be \"1\"");
        }
    }

    /** Refuses the fields of a part of a request, such as one update of many, that are not understood. */
    static void checkPart(String part, Set<String> understood, Document document) {
        document.forEach((field, value) -> {
            if (!understood.contains(field)) {
                refuse(part + "." + field, field, value);
            }
        });
    }

    private static void refuse(String path, String field, @Nullable Object value) {
        if (!NOT_IMPLEMENTED.contains(field)) {
            throw Refusal.of(40415, "Location40415", "BSON field '" + path + "' is an unknown field.");
        }
        boolean asksForNothing = !Utils.isTrue(value)
                || (value instanceof Document document && document.isEmpty())
                || (value instanceof List<?> list && list.isEmpty());
        if (!asksForNothing) {
            throw Refusal.notImplemented("'" + path + "'");
        }
    }

    /** What is read is durable, so local, available and majority are one; a snapshot over several reads is not kept. */
    private static void readConcern(@Nullable Object concern) {
        if (concern instanceof Document document) {
            checkPart("readConcern", Set.of("level", "provenance"), document);
            Object level = document.getOrDefault("level", "local");
            if (level.equals("linearizable") || level.equals("snapshot")) {
                throw Refusal.of(123, "NotAReplicaSet", "read concern " + level + " needs a replica set");
            }
            if (!Set.of("local", "available", "majority").contains(level)) {
                throw Refusal.of(9, "FailedToParse", "unknown read concern level '" + level + "'");
            }
        }
    }

    /** A write is durable before its answer, which is more than any of these ask for; more members there are not. */
    private static void writeConcern(@Nullable Object concern) {
        if (concern instanceof Document document) {
            checkPart("writeConcern", Set.of("w", "j", "fsync", "wtimeout", "provenance"), document);
            Object w = document.getOrDefault("w", 1);
            boolean kept = w instanceof Number number ? number.intValue() <= 1 : w.equals("majority");
            if (!kept) {
                throw Refusal.badValue("cannot use 'w' > 1 or a tag when a host is not replicated");
            }
        }
    }

    /** The first field names the command, its value mostly the collection. */
    static String target(Document request) {
        return text(request, request.keySet().iterator().next());
    }

    static String text(Document request, String field) {
        if (request.get(field) instanceof String text) {
            return text;
        }
        throw wrongType(field, "string", request.get(field));
    }

    static Document document(Document request, String field) {
        Document found = optional(request, field);
        return found == null ? new Document() : found;
    }

    static @Nullable Document optional(Document request, String field) {
        return switch (request.get(field)) {
            case null -> null;
            case Document document -> document;
            case Object other -> throw wrongType(field, "object", other);
        };
    }

    static long number(Document request, String field, long otherwise) {
        Object found = request.get(field);
        if (found == null) {
            return otherwise;
        }
        if (found instanceof Number number && number.doubleValue() == number.longValue()) {
            return number.longValue();
        }
        throw wrongType(field, "long", found);
    }

    static long notNegative(Document request, String field, long otherwise) {
        long number = number(request, field, otherwise);
        if (number < 0) {
            throw Refusal.of(
                    51024,
                    "Location51024",
                    "BSON field '" + field + "' value must be >= 0, actual value '" + number + "'");
        }
        return number;
    }

    /** @throws de.bwaldvogel.mongo.exception.MongoServerError unless it is a list of documents that is not empty */
    static List<Document> documents(Document request, String field) {
        if (!(request.get(field) instanceof List<?> list)) {
            throw wrongType(field, "array", request.get(field));
        }
        if (list.isEmpty() || list.size() > Backend.MAX_WRITE_BATCH) {
            throw Refusal.of(
                    16,
                    "InvalidLength",
                    "Write batch sizes must be between 1 and " + Backend.MAX_WRITE_BATCH + ". Got " + list.size()
                            + " operations.");
        }
        return list.stream()
                .map(element -> element instanceof Document document ? document : rejected(field, element))
                .toList();
    }

    private static Document rejected(String field, @Nullable Object element) {
        throw wrongType(field, "object", element);
    }

    private static RuntimeException wrongType(String field, String expected, @Nullable Object found) {
        String kind = found == null ? "null" : found.getClass().getSimpleName();
        return Refusal.of(
                14,
                "TypeMismatch",
                "BSON field '" + field + "' is the wrong type '" + kind + "', expected type '" + expected + "'");
    }
}
