package io.dovira.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.dovira.eventstore.log.AppendOutcome;
import io.dovira.eventstore.log.Appended;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogOptions;
import io.dovira.eventstore.log.NewEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A log with days of many offices in it. */
final class FilledLog {

    private static final String DATABASE = "dovira_log";
    private static final int OFFICES = 40;
    private static final int VISITS_PER_OFFICE_AND_DAY = 27;
    private static final int APPENDS_AT_ONCE = 4_000;

    private FilledLog() {}

    /**
     * Appends days of forty offices to the log of running services, and waits until the query service has read them.
     *
     * @param database its connection string
     */
    static void fill(String database, int days, ServiceApi queries) throws IOException, InterruptedException {
        try (MongoClient client = MongoClients.create(database)) {
            fill(client, new MonthOfFacts(OFFICES, days, VISITS_PER_OFFICE_AND_DAY));
        }
        queries.awaitProjections();
    }

    /** Appends the history to the log of the services; returns the last position. */
    static long fill(MongoClient client, MonthOfFacts history) {
        long began = System.nanoTime();
        try (EventLog log = EventLog.open(client.getDatabase(DATABASE), LogOptions.defaults())) {
            List<List<NewEvent>> appends = new ArrayList<>();
            for (List<NewEvent> append : history) {
                appends.add(append);
                if (appends.size() == APPENDS_AT_ONCE) {
                    append(log, appends);
                }
            }
            append(log, appends);
            long head = log.head();
            System.out.printf("%,d facts appended in %.1f s%n", head, (System.nanoTime() - began) / 1e9);
            return head;
        }
    }

    private static void append(EventLog log, List<List<NewEvent>> appends) {
        for (AppendOutcome outcome : log.appendAll(appends)) {
            if (!(outcome instanceof Appended)) {
                throw new IllegalStateException("not appended: " + outcome);
            }
        }
        appends.clear();
    }
}
