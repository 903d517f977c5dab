package io.dovira.benchmarks.peers;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where it was measured, and what else the machine did then. */
final class Machine {

    private Machine() {}

    static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** The mean number of running processes in the last minute; negative where the system does not tell. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    static String memory() {
        try {
            String total =
                    Files.readAllLines(Path.of("/proc/meminfo")).getFirst().replaceAll("\\D", "");
            return Math.round(Long.parseLong(total) / 1024.0 / 1024.0) + " GB";
        } catch (IOException e) {
            return "unknown";
        }
    }

    static String java() {
        return System.getProperty("java.vendor") + " " + Runtime.version();
    }
}
