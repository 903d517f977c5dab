package io.dovira.eventstore.mongo;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a suite against one server: started before it, its databases dropped after it. */
public final class TestServer implements BeforeAllCallback, AfterAllCallback {

    private final Supplier<TestMongo> start;
    private @Nullable TestMongo mongo;

    private TestServer(Supplier<TestMongo> start) {
        this.start = start;
    }

    public static TestServer embedded() {
        return new TestServer(TestMongo::embedded);
    }

    /** Skips the suite, saying so, unless {@value TestMongo#URI_VARIABLE} is set. */
    public static TestServer external() {
        return new TestServer(TestMongo::external);
    }

    public TestMongo mongo() {
        return Objects.requireNonNull(mongo, "before the suite");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        mongo = start.get();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (mongo != null) {
            mongo.close();
        }
    }
}
