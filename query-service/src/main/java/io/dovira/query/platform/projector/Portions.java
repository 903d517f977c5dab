package io.dovira.query.platform.projector;

/**
 * In what portions a batch is taken, so that whoever takes a large one can let others go first.
 *
 * @param writes most documents that are sent to the database together
 * @param between called between two portions, of facts too
 */
record Portions(int writes, Runnable between) {

    /** Of what is shown. Short enough that what others write at the same time need not wait long. */
    static final Portions LARGE = new Portions(1_000, () -> {});

    private static final int SMALL = 250;

    static Portions small(Runnable between) {
        return new Portions(SMALL, between);
    }
}
