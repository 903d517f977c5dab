package io.dovira.verifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
record Arguments(
        @Nullable Path export,
        @Nullable String mongodb,
        String logDatabase,
        String sealDatabase,
        List<Path> checkpoints,
        String key,
        @Nullable String tiles) {

    static final String URI_VARIABLE = "DOVIRA_MONGODB_URI";

    static final String USAGE = """
            verify --export commits.bson --checkpoint FILE --key KEY [--tiles PLACE]
            verify --mongodb URI --key KEY [--checkpoint FILE]

              --export FILE        the stored log, as mongodump or /api/v1/log/commits.bson gives it; gzip too
              --mongodb URI        the live store instead; without both, the one of $DOVIRA_MONGODB_URI
              --checkpoint FILE    a signed checkpoint; may be given again. Take one that was kept elsewhere: only an old one
                                   shows that a log was rewritten and signed anew. Of a live store the published one is always taken
              --key KEY            the verifier key, name+hash+base64, or a file that holds it
              --tiles PLACE        directory or address with tiles, to name the broken position exactly. A live store has them
              --log-database NAME  dovira_log
              --seal-database NAME dovira_seal

            Ends with 0: intact. 1: broken. 2: it could not be found out.
            """;

    /** Why the command line cannot be followed. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String why) {
            super(why);
        }
    }

    static Arguments of(List<String> words, @Nullable String uri) throws Wrong {
        if (words.isEmpty() || !words.getFirst().equals("verify")) {
            throw new Wrong("say what to do: verify");
        }
        Path export = null;
        String mongodb = null;
        String logDatabase = "dovira_log";
        String sealDatabase = "dovira_seal";
        List<Path> checkpoints = new ArrayList<>();
        String key = null;
        String tiles = null;
        for (int i = 1; i < words.size(); i += 2) {
            String name = words.get(i);
            if (i + 1 == words.size()) {
                throw new Wrong(name + " wants a value");
            }
            String value = words.get(i + 1);
            switch (name) {
                case "--export" -> export = Path.of(value);
                case "--mongodb" -> mongodb = value;
                case "--log-database" -> logDatabase = value;
                case "--seal-database" -> sealDatabase = value;
                case "--checkpoint" -> checkpoints.add(Path.of(value));
                case "--key" -> key = value;
                case "--tiles" -> tiles = value;
                default -> throw new Wrong("there is no " + name);
            }
        }
        if (export == null && mongodb == null) {
            mongodb = uri;
        }
        if (export == null && mongodb == null) {
            throw new Wrong("name an --export or a --mongodb");
        }
        if (export != null && mongodb != null) {
            throw new Wrong("either --export or --mongodb");
        }
        if (export != null && checkpoints.isEmpty()) {
            throw new Wrong("an export proves nothing without a --checkpoint");
        }
        if (key == null) {
            throw new Wrong("a checkpoint proves nothing without the --key that signed it");
        }
        return new Arguments(export, mongodb, logDatabase, sealDatabase, checkpoints, key, tiles);
    }
}
