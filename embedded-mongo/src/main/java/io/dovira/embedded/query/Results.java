package io.dovira.embedded.query;

import org.jspecify.annotations.Nullable;

/** The documents a query finds, in order, one by one. Not thread-safe. */
interface Results {

    /** The next document, or null at the end. */
    @Nullable
    Found next();

    /** Lets go of the version being read; the next call goes on in the version of its own command. */
    void pause();
}
