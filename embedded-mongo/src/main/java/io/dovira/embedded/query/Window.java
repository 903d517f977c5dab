package io.dovira.embedded.query;

import org.jspecify.annotations.Nullable;

/** Leaves out the first results and ends after a number of them. */
final class Window implements Results {

    private final Results all;
    private long toSkip;
    private long left;

    /** @param limit 0 for no end */
    Window(Results all, long skip, long limit) {
        this.all = all;
        this.toSkip = skip;
        this.left = limit == 0 ? Long.MAX_VALUE : limit;
    }

    @Override
    public @Nullable Found next() {
        for (; toSkip > 0; toSkip--) {
            if (all.next() == null) {
                return null;
            }
        }
        return left-- > 0 ? all.next() : null;
    }

    @Override
    public void pause() {
        all.pause();
    }
}
