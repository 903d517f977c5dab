package io.dovira.system;

import static io.dovira.system.Installation.soon;
import static io.dovira.system.Recorded.ARRIVED;
import static io.dovira.system.Recorded.TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.system.Clerk.Acknowledgement;
import io.dovira.system.Client.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer's first hour: start everything, record a visit, look; kill each process while visitors are served; look again; stop. */
class WholeSystemIT {
    private static final Office OFFICE = new Office("lviv-01", 3);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path directory;

    @Test
    void losesAndRepeatsNothingWhateverIsKilled() {
        try (Installation installation = new Installation(directory)) {
            Client manager = installation.client(installation.query(), "manager");
            Client auditor = installation.client(installation.query(), "auditor");
            Clerk admin = new Clerk(installation.client(installation.command(), "admin"), OFFICE.id(), 1);
            OFFICE.open(admin);
            try (Follower follower = new Follower(directory, installation.environment())) {
                showsWhatWasJustRecorded(admin, manager, auditor);

                List<Clerk> clerks = clerks(installation);
                serveWhileEachProcessIsKilled(installation, clerks);

                Recorded log = Recorded.all(auditor);
                clerks.add(admin);
                holdsWhatWasAcknowledgedAndNothingElse(log, clerks);
                OFFICE.isShownAsTheLogSays(log, manager);
                soon().until(() -> follower.ids().size() >= log.events().size());
                assertThat(follower.ids()).as("followed without gap or repeat").isEqualTo(log.ids());
            }
            assertThat(installation.stop()).as(installation.output()).isZero();
            assertThat(installation.leftOver()).isEmpty();
        }
    }

    /** One visit is in every view as soon as the view has the position that the answer named. */
    private static void showsWhatWasJustRecorded(Clerk admin, Client manager, Client auditor) {
        Reply arrived = admin.send("/api/v1/visits", "{'office': '%s', 'service': 'advice'}".formatted(OFFICE.id()));
        long position = arrived.json().at("/position").asLong();

        assertThat(OFFICE.tile(manager, position).get("waiting").asInt()).isEqualTo(1);
        assertThat(OFFICE.waits(manager, position).get("open").asInt()).isEqualTo(1);
        assertThat(OFFICE.waits(manager, position).get("n").asInt()).isZero();
        List<String> types = new ArrayList<>();
        auditor.get("/api/v1/events?after="
                        + (position - arrived.json().at("/eventIds").size()))
                .json()
                .forEach(event -> types.add(event.get("type").asString()));
        assertThat(types).contains(ARRIVED, TICKET);
    }

    private static List<Clerk> clerks(Installation installation) {
        List<Clerk> clerks = new ArrayList<>();
        for (int desk = 1; desk <= OFFICE.desks(); desk++) {
            clerks.add(new Clerk(installation.client(installation.command(), "clerk"), OFFICE.id(), desk));
        }
        return clerks;
    }

    private static void serveWhileEachProcessIsKilled(Installation installation, List<Clerk> clerks) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> working = clerks.stream()
                    .map(clerk -> CompletableFuture.runAsync(clerk, threads))
                    .toList();
            try {
                for (String service : Installation.SERVICES) {
                    goesOn(clerks, working);
                    installation.kill(service);
                    goesOn(clerks, working);
                }
            } finally {
                // Whatever happens: the threads are waited for.
                clerks.forEach(Clerk::stop);
            }
            working.forEach(CompletableFuture::join);
        }
        assertThat(clerks.stream().mapToInt(Clerk::repeated).sum())
                .as("commands that had to be repeated")
                .isPositive();
    }

    /** Waits until each clerk has been answered twenty times more. */
    private static void goesOn(List<Clerk> clerks, List<CompletableFuture<Void>> working) {
        for (int i = 0; i < clerks.size(); i++) {
            Clerk clerk = clerks.get(i);
            CompletableFuture<Void> thread = working.get(i);
            int enough = clerk.acknowledged().size() + 20;
            soon().until(() -> {
                assertThat(thread).as("the work of a clerk").isNotCompletedExceptionally();
                return clerk.acknowledged().size() >= enough;
            });
        }
    }

    private static void holdsWhatWasAcknowledgedAndNothingElse(Recorded log, List<Clerk> clerks) {
        assertThat(log.positions())
                .as("dense")
                .isEqualTo(
                        LongStream.rangeClosed(1, log.events().size()).boxed().toList());
        List<Acknowledgement> acknowledged = clerks.stream()
                .flatMap(clerk -> clerk.acknowledged().stream())
                .sorted(Comparator.comparingLong(Acknowledgement::position))
                .toList();
        // Every command was repeated until it was answered: the log is the answers, one after the other.
        assertThat(acknowledged.stream().flatMap(answer -> answer.events().stream()))
                .isEqualTo(log.ids());
        for (Acknowledgement answer : acknowledged) {
            assertThat(log.ids().get((int) answer.position() - 1))
                    .isEqualTo(answer.events().getLast());
        }
    }
}
