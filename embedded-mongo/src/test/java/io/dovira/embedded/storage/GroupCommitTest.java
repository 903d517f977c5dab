package io.dovira.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private static final int WRITERS = 16;

    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger syncs = new AtomicInteger();
    private final CountDownLatch disk = new CountDownLatch(1);

    @Test
    void sharesOneSyncAmongTheWritersThatComeDuringTheOneBefore() throws Exception {
        GroupCommit group = new GroupCommit(target(this::waitForTheDisk));
        AtomicInteger ran = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> writers = new ArrayList<>();
            writers.add(threads.submit(() -> group.shared(written(group, ran))));
            await().until(() -> syncs.get() == 1);
            for (int i = 1; i < WRITERS; i++) {
                writers.add(threads.submit(() -> group.shared(written(group, ran))));
            }
            await().until(() -> ran.get() == WRITERS);
            assertThat(writers).as("nobody is answered before the sync").noneMatch(Future::isDone);
            disk.countDown();
            for (Future<Integer> writer : writers) {
                writer.get();
            }
        }
        assertThat(commits).hasValue(2);
        assertThat(syncs).hasValue(2);
    }

    @Test
    void doesNotCommitForACommandThatWroteNothing() {
        GroupCommit group = new GroupCommit(target(() -> {}));
        assertThat(group.<Integer>shared(() -> 7)).isEqualTo(7);
        assertThat(commits).hasValue(0);
    }

    @Test
    void makesWhatAFailedCommandWroteDurableBeforeItsErrorIsTold() {
        GroupCommit group = new GroupCommit(target(() -> {}));
        assertThatThrownBy(() -> group.shared(() -> {
                    group.touch();
                    throw new IllegalStateException("the second statement failed");
                }))
                .hasMessage("the second statement failed");
        assertThat(syncs).hasValue(1);
    }

    @Test
    void refusesEveryWriteAfterAFailedSync() {
        GroupCommit group = new GroupCommit(target(() -> {
            throw new IllegalStateException("disk gone");
        }));
        AtomicInteger ran = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> group.shared(written(group, ran)))
                    .isInstanceOf(MongoServerError.class)
                    .hasMessageContaining("disk gone");
        }
        assertThat(ran).as("the second never ran").hasValue(1);
    }

    private static Supplier<Integer> written(GroupCommit group, AtomicInteger ran) {
        return () -> {
            group.touch();
            return ran.incrementAndGet();
        };
    }

    private GroupCommit.Target target(Runnable sync) {
        return new GroupCommit.Target() {
            @Override
            public void commit() {
                commits.incrementAndGet();
            }

            @Override
            public void publish() {
                syncs.incrementAndGet();
                sync.run();
            }
        };
    }

    private void waitForTheDisk() {
        try {
            disk.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
