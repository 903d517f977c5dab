package io.dovira.command.imports;

/** An idempotency key was used before, for another file or mapping. */
final class KeyReused extends Exception {
    KeyReused(String importId) {
        super("the Idempotency-Key belongs to import " + importId + " of another file or mapping");
    }
}
