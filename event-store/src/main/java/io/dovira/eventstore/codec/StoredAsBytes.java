package io.dovira.eventstore.codec;

/**
 * A value that stands in a document as plain bytes, in a form of its own: for long columns of numbers, of which BSON would write each with a name
 * and eight bytes, and the database would read each. Its class has a static {@code of(byte[])} that reads them. Equal values have equal bytes.
 */
public interface StoredAsBytes {

    byte[] toBytes();
}
