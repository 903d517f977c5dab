package io.dovira.embedded.key;

/** What an index holds for an empty array: before null, and found by no equality. */
enum Undefined {
    INSTANCE
}
