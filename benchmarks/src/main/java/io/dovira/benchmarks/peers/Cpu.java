package io.dovira.benchmarks.peers;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time of this process and of the server. What the processes themselves and their living children have used: a child that ended
 * in between is not counted.
 *
 * @param server process id; 0 when it is not on this machine
 */
public record Cpu(long server) {

    /** @param serverMicros negative when it is unknown */
    public record Used(long clientMicros, long serverMicros) {

        Used since(Used before) {
            return new Used(
                    clientMicros - before.clientMicros,
                    serverMicros < 0 || before.serverMicros < 0 ? -1 : serverMicros - before.serverMicros);
        }

        Used plus(Used other) {
            return new Used(
                    clientMicros + other.clientMicros,
                    serverMicros < 0 || other.serverMicros < 0 ? -1 : serverMicros + other.serverMicros);
        }
    }

    Used used() {
        long client = micros(ProcessHandle.current());
        long theirs = server == 0
                ? -1
                : ProcessHandle.of(server)
                        .map(process -> Stream.concat(Stream.of(process), process.descendants())
                                .mapToLong(Cpu::micros)
                                .sum())
                        .orElse(-1L);
        return new Used(client, theirs);
    }

    private static long micros(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1_000;
    }
}
