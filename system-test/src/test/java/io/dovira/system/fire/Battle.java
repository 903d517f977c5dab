package io.dovira.system.fire;

import static io.dovira.system.fire.Site.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.system.Clerk;
import io.dovira.system.Clerk.Acknowledgement;
import io.dovira.system.Clerk.GivenUp;
import io.dovira.system.Client;
import io.dovira.system.Office;
import io.dovira.system.Recorded;
import io.dovira.system.fire.History.Answer;
import io.dovira.system.fire.History.Command;
import io.dovira.system.fire.History.Seen;
import io.dovira.system.fire.Plan.Step;
import io.dovira.system.fire.Site.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/** Clerks work, readers read, faults strike; then all is checked. */
final class Battle implements AutoCloseable {
    private static final Office OFFICE = new Office("lviv-01", 4);
    private static final int READERS = 3;
    private static final String DIRECT_WRITER = "direct writer";
    private static final long FIVE_MINUTES = Duration.ofMinutes(5).toMillis();
    private static final int ANSWERS_OF_EACH_AT_THE_END = 5;

    private final Site site;
    private final Report report;
    private final Clerk admin;
    private final List<Clerk> clerks = new ArrayList<>();
    private final List<Reader> readers = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<Void>> working = new ArrayList<>();

    Battle(Site site, long seed, Report report) {
        this.site = site;
        this.report = report;
        admin = new Clerk(site.clients("admin", 0), OFFICE.id(), 0, null);
        for (int desk = 1; desk <= OFFICE.desks(); desk++) {
            clerks.add(new Clerk(site.clients("clerk", desk), OFFICE.id(), desk, new Random(seed + desk)));
        }
    }

    void begin() {
        OFFICE.open(admin);
        String token = site.token("auditor");
        for (int i = 0; i < READERS; i++) {
            readers.add(new Reader(site.query(), token));
        }
        for (Clerk clerk : clerks) {
            working.add(CompletableFuture.runAsync(clerk, threads));
        }
    }

    /** Waits for its moment, then strikes. */
    void strike(Step step) {
        goesOn(step.after());
        report.strikes(step);
        switch (step.fault()) {
            case KILL_DATABASE -> site.database().process().kill();
            case PAUSE_DATABASE -> {
                site.database().process().pause();
                lasts(step.hold());
                site.database().process().resume();
            }
            case KILL_COMMAND_SERVICE -> {
                int victim = step.target() % Site.COMMAND_SERVICES;
                soon().until(() -> Client.healthy(site.commands().get(victim)));
                site.commandServices().get(victim).kill();
            }
            case KILL_QUERY_SERVICE -> {
                soon().until(() -> Client.healthy(site.query()));
                site.queryService().kill();
            }
            case KILL_WRITER -> site.directWriter().kill();
            case PAUSE_WRITER_BEFORE_ITS_GROUP_ARRIVES -> pauseAt(Cut.BEFORE_THE_GROUP, step);
            case PAUSE_WRITER_BEFORE_IT_IS_ANSWERED -> pauseAt(Cut.BEFORE_THE_ANSWER, step);
            case KILL_WRITER_BEFORE_ITS_GROUP_ARRIVES -> killAt(Cut.BEFORE_THE_GROUP, step);
            case KILL_WRITER_BEFORE_IT_IS_ANSWERED -> killAt(Cut.BEFORE_THE_ANSWER, step);
            case CUT_BEFORE_THE_GROUP -> cutAt(Cut.BEFORE_THE_GROUP, step);
            case CUT_WITHIN_THE_GROUP -> cutAt(Cut.WITHIN_THE_GROUP, step);
            case CUT_BEFORE_THE_ANSWER -> cutAt(Cut.BEFORE_THE_ANSWER, step);
            case CUT_WITHIN_THE_ANSWER -> cutAt(Cut.WITHIN_THE_ANSWER, step);
            case CUT_ALL_CONNECTIONS -> writer(step).proxy().cutAll();
            case CUT_QUERY_SERVICE -> site.proxyOfQuery().cutAll();
            case CUT_READER -> readers.get(step.target() % READERS).cut();
            case CLOCK_FORTH -> site.directWriter().setClock(FIVE_MINUTES);
            case CLOCK_BACK -> site.directWriter().setClock(-FIVE_MINUTES);
            case FILL_DISK -> fillDisk(step);
        }
    }

    private void fillDisk(Step step) {
        if (Database.canBeLimited()) {
            soon().until(site.database()::answers);
            site.database().fillUpToALimit(step.size(), step.hold());
        } else {
            report.skipped(step, "this machine has no prlimit");
        }
    }

    private void cutAt(Cut place, Step step) {
        reached(writer(step).proxy().cutNext(place));
    }

    /** It is in the middle of a group, and does not know that others write meanwhile. */
    private void pauseAt(Cut place, Step step) {
        heldAt(place, step, (writer, release) -> {
            writer.pause().run();
            try {
                lasts(step.hold());
                release.run();
                lasts(Duration.ofMillis(100));
            } finally {
                writer.resume().run();
            }
        });
    }

    /** What it has sent goes on without it. */
    private void killAt(Cut place, Step step) {
        heldAt(place, step, (writer, release) -> {
            writer.kill().run();
            lasts(step.hold());
            release.run();
        });
    }

    private void heldAt(Cut place, Step step, BiConsumer<Writer, Runnable> deed) {
        Writer writer = writer(step);
        CompletableFuture<Void> release = new CompletableFuture<>();
        try {
            reached(writer.proxy().holdNext(place, release));
            deed.accept(writer, () -> release.complete(null));
        } finally {
            release.complete(null);
        }
    }

    private Writer writer(Step step) {
        return site.writers().get(step.target() % site.writers().size());
    }

    private void reached(CompletableFuture<Void> ambush) {
        soon().until(() -> {
            noClerkFailed();
            return ambush.isDone();
        });
    }

    private static void lasts(Duration hold) {
        soon().pollDelay(hold).until(() -> true);
    }

    /** Waits until so many more commands were answered. */
    private void goesOn(int more) {
        int enough = answers() + more;
        soon().until(() -> {
            noClerkFailed();
            return answers() >= enough;
        });
    }

    private int answers() {
        return clerks.stream().mapToInt(Clerk::answers).sum();
    }

    private void noClerkFailed() {
        working.forEach(work -> assertThat(work).as("the work of a clerk").isNotCompletedExceptionally());
    }

    /** When no more faults come: all get going again, finish, and everything is looked at. */
    void end() {
        soon().until(site::healthy);
        for (Clerk clerk : clerks) {
            int enough = clerk.answers() + ANSWERS_OF_EACH_AT_THE_END;
            soon().until(() -> {
                noClerkFailed();
                return clerk.answers() >= enough;
            });
        }
        clerks.forEach(Clerk::stop);
        working.forEach(CompletableFuture::join);
        site.directWriter().stop();

        Client auditor = new Client(site.query(), site.token("auditor"));
        AtomicReference<Recorded> pages = new AtomicReference<>(new Recorded(List.of()));
        // Somebody who was given up may still be recorded now.
        History history = soon().until(
                        () -> {
                            pages.set(Recorded.all(auditor));
                            return history(pages.get());
                        },
                        Battle::everybodyIsAtTheHead);
        report.ends(history, clerks, connections(), starts());
        assertThat(Checker.violations(history)).isEmpty();
        Client manager = new Client(site.query(), site.token("manager"));
        // A projection that failed while nothing could be written tries again later and later.
        soon().until(() ->
                manager.get("/api/v1/live?minPosition=" + history.log().size()).status() == 200);
        OFFICE.isShownAsTheLogSays(pages.get(), manager);
    }

    /**
     * When it came to no end: what the checker says of what there is then. Of a command that was still being repeated it does not know; whatever
     * that one recorded it calls invented.
     */
    List<Violation> brokenPromises() {
        clerks.forEach(Clerk::stop);
        soon().until(() -> working.stream().allMatch(CompletableFuture::isDone));
        site.directWriter().stop();
        soon().until(site.database()::answers);
        return Checker.violations(history(new Recorded(List.of())));
    }

    private static boolean everybodyIsAtTheHead(History history) {
        long head = history.log().isEmpty() ? 0 : history.log().getLast().position();
        return history.readers().entrySet().stream()
                .filter(reader -> !reader.getKey().equals(DIRECT_WRITER))
                .allMatch(reader -> !reader.getValue().isEmpty()
                        && reader.getValue().getLast().position() >= head);
    }

    private int connections() {
        return readers.stream().mapToInt(Reader::connections).sum();
    }

    private History history(Recorded recorded) {
        List<Command> commands = new ArrayList<>(site.directWriter().commands());
        List<Clerk> all = new ArrayList<>(clerks);
        all.add(admin);
        for (Clerk clerk : all) {
            for (Acknowledgement answer : clerk.acknowledged()) {
                commands.add(Command.answered(
                        answer.key(), answer.events().size(), new Answer(answer.position(), answer.events())));
            }
            for (GivenUp unknown : clerk.givenUp()) {
                commands.add(Command.unanswered(unknown.key(), unknown.facts()));
            }
        }
        Map<String, List<Seen>> seen = new HashMap<>();
        for (int i = 0; i < READERS; i++) {
            seen.put("reader " + i, readers.get(i).seen());
        }
        seen.put(DIRECT_WRITER, site.directWriter().seen());
        List<Seen> pages = new ArrayList<>();
        List<Long> positions = recorded.positions();
        List<String> ids = recorded.ids();
        for (int i = 0; i < ids.size(); i++) {
            pages.add(new Seen(positions.get(i), ids.get(i)));
        }
        seen.put("pages", pages);
        return new History(commands, site.database().log(), seen);
    }

    private int starts() {
        return site.commandServices().stream().mapToInt(Daemon::starts).sum()
                + site.queryService().starts()
                + site.database().process().starts()
                + site.directWriter().starts();
    }

    @Override
    public void close() {
        clerks.forEach(Clerk::stop);
        readers.forEach(Reader::close);
        threads.shutdownNow();
        try {
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
