package io.dovira.embedded.command;

import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.dovira.embedded.query.Catalog;
import io.dovira.embedded.query.Database;
import io.dovira.embedded.query.Deadline;
import io.dovira.embedded.query.Refusal;
import io.dovira.embedded.storage.Storage;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Answers the requests that the library has taken off the wire: finds the command, checks it, runs it with its access. */
public final class Backend extends AbstractMongoBackend {

    static final int MAX_WRITE_BATCH = 100_000;

    private final Storage storage;
    private final Catalog catalog;
    private final Map<String, Command> commands = new HashMap<>();

    public Backend(Storage storage) {
        Cursors cursors = new Cursors(System::nanoTime);
        this.storage = storage;
        this.catalog = new Catalog(storage);
        commands.putAll(new ServerInfo().commands());
        commands.putAll(new Schema(catalog).commands());
        commands.putAll(new Reads(cursors).commands());
        commands.putAll(new Aggregations(catalog, cursors).commands());
        commands.putAll(Writes.commands());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document request = message.getDocument();
        return answer(message.getDatabaseName(), request);
    }

    /** The handshake still comes this way. */
    @Override
    public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
        return answer(databaseName, query);
    }

    /** Errors are answers, so that the library does not log the documents of every refused request. */
    private Document answer(String databaseName, Document request) {
        try {
            Document answer = run(databaseName, request);
            answer.put("ok", 1.0);
            return answer;
        } catch (RuntimeException e) {
            Document error = new Document("ok", 0.0);
            error.putAll(Replies.error(Refused.of(e)));
            return error;
        }
    }

    private Document run(String databaseName, Document request) {
        String name = request.keySet().iterator().next();
        Command command = commands.get(name.toLowerCase(Locale.ROOT));
        if (command == null) {
            throw Refusal.of(59, "CommandNotFound", "no such command: '" + name + "'");
        }
        Request.check(name, command.fields(), request);
        Database database = catalog.database(databaseName);
        Supplier<Document> action = () -> command.action().answer(database, request);
        return limited(request, () -> switch (command.access().apply(request)) {
            case NONE -> action.get();
            case READ -> storage.read(action);
            case WRITE -> storage.write(action);
            case CHANGE -> storage.change(action);
        });
    }

    private static Document limited(Document request, Supplier<Document> action) {
        long millis = Request.notNegative(request, "maxTimeMS", 0);
        return millis == 0 ? action.get() : Deadline.within(Duration.ofMillis(millis), action);
    }

    /** Old clients' queries outside of commands. */
    @Override
    public QueryResult handleQuery(MongoQuery query) {
        throw Refusal.of(
                352, "UnsupportedOpQueryCommand", "Unsupported OP_QUERY; the client driver may require an upgrade.");
    }

    @Override
    public Database resolveDatabase(String databaseName) {
        return catalog.database(databaseName);
    }

    @Override
    protected Database openOrCreateDatabase(String databaseName) {
        return catalog.database(databaseName);
    }

    @Override
    protected Set<String> listDatabaseNames() {
        throw new UnsupportedOperationException("listDatabases is a command of this server");
    }
}
