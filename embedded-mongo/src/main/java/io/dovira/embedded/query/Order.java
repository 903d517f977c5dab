package io.dovira.embedded.query;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import io.dovira.embedded.key.KeyEncoder;
import io.dovira.embedded.key.KeyExtractor;
import io.dovira.embedded.key.KeyField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order asked for. Natural order is the order of {@code _id}. Empty: any order. */
record Order(List<KeyField> fields) {

    static final Order ANY = new Order(List.of());

    static Order of(@Nullable Document sort) {
        if (sort == null || sort.isEmpty()) {
            return ANY;
        }
        List<KeyField> fields = new ArrayList<>();
        for (Map.Entry<String, Object> part : sort.entrySet()) {
            if (!(part.getValue() instanceof Number way) || Math.abs(way.doubleValue()) != 1) {
                throw Refusal.badValue("the sort of '" + part.getKey() + "' must be 1 or -1");
            }
            fields.add(new KeyField(part.getKey().equals("$natural") ? "_id" : part.getKey(), way.doubleValue() > 0));
        }
        return new Order(List.copyOf(fields));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Bytes that sort documents as asked: of an array the least element counts when ascending, else the greatest. */
    byte[] key(Document document) {
        KeyEncoder key = new KeyEncoder();
        for (KeyField field : fields) {
            Object value = Utils.getSubdocumentValue(document, field.path());
            if (value instanceof Missing || value instanceof List<?>) {
                key.append(
                        new KeyExtractor(List.of(field)).keys(document).values().first());
            } else {
                key.append(value, field.ascending());
            }
        }
        return key.toBytes();
    }
}
