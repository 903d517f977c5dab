package io.dovira.embedded;

import io.dovira.embedded.storage.DataInUseException;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** Runs the server as a process of its own until it is asked to stop (SIGTERM, Ctrl-C). */
public final class Main {

    private static final int USAGE = 2;
    private static final int FAILED = 1;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        System.setProperty("logback.configurationFile", "embedded-mongo-logback.xml");
        Arguments arguments;
        try {
            arguments = Arguments.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Arguments.USAGE);
            System.exit(USAGE);
            return;
        }
        if (arguments.help()) {
            System.out.println(Arguments.USAGE);
            return;
        }
        try {
            serve(arguments);
        } catch (DataInUseException e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Main.class).error("the server did not start", e);
            System.err.println("embedded-mongo did not start: " + e.getMessage());
            System.exit(FAILED);
        }
    }

    private static void serve(Arguments arguments) throws InterruptedException {
        EmbeddedMongo server = EmbeddedMongo.start(arguments.port(), arguments.data());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            System.out.println("embedded-mongo stopped");
                            stopped.countDown();
                        },
                        "shutdown"));
        String place = arguments.data() == null
                ? "in memory"
                : "in " + arguments.data().toAbsolutePath();
        System.out.println("embedded-mongo ready at " + server.uri() + ", data " + place);
        stopped.await();
    }
}
