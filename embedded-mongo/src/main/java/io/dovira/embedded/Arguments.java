package io.dovira.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the command line asks for; a null directory keeps the data in memory. */
record Arguments(int port, @Nullable Path data, boolean help) {

    static final int DEFAULT_PORT = 27027;

    static final String USAGE = """
            Usage: java -jar embedded-mongo.jar [--port <port>] (--data <directory> | --memory)

              --port <port>       TCP port on 127.0.0.1, 0 for any free one (default 27027)
              --data <directory>  where the data file lies; made when absent, used by one process at a time
              --memory            keep the data in memory only; it is gone when the process ends
              --help              this text

            Prints one line when it is ready. SIGTERM or Ctrl-C stops it cleanly; after kill -9 nothing acknowledged is lost.""";

    /** @throws IllegalArgumentException with a sentence for the user */
    static Arguments parse(String... args) {
        int port = DEFAULT_PORT;
        Path data = null;
        boolean memory = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--help", "-h" -> {
                    return new Arguments(port, null, true);
                }
                case "--memory" -> memory = true;
                case "--port" -> port = port(value(args, ++i));
                case "--data" -> data = Path.of(value(args, ++i));
                default -> throw new IllegalArgumentException("unknown argument: " + args[i]);
            }
        }
        if (memory == (data != null)) {
            throw new IllegalArgumentException("give either --data <directory> or --memory");
        }
        return new Arguments(port, data, false);
    }

    private static String value(String[] args, int at) {
        if (at >= args.length) {
            throw new IllegalArgumentException(args[at - 1] + " needs a value");
        }
        return args[at];
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("--port must be a number from 0 to 65535, not " + text);
    }
}
