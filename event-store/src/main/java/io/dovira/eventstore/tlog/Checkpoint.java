package io.dovira.eventstore.tlog;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The head of a tree, as the text of a note (C2SP tlog-checkpoint): origin, size and root, each on a line of its own.
 *
 * @param origin names the log in the world
 * @param size events in the tree: positions 1 to size
 */
public record Checkpoint(String origin, long size, Hash root) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9]\\d{0,18}");

    public Checkpoint {
        if (origin.isEmpty() || origin.indexOf('\n') >= 0 || size < 0) {
            throw new IllegalArgumentException("no checkpoint: origin '" + origin + "', size " + size);
        }
    }

    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /**
     * Reads the text of a note. Lines after the third are extensions, and passed over.
     *
     * @throws IllegalArgumentException if it is no checkpoint
     */
    public static Checkpoint of(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 3 || !text.endsWith("\n")) {
            throw new IllegalArgumentException("a checkpoint has three lines: origin, size, root");
        }
        if (lines.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("a line of the checkpoint is empty");
        }
        if (!SIZE.matcher(lines.get(1)).matches()) {
            throw new IllegalArgumentException("the size of the checkpoint is no number: " + lines.get(1));
        }
        try {
            Hash root = Hash.ofBase64(lines.get(2));
            if (!root.base64().equals(lines.get(2))) {
                throw new IllegalArgumentException("not canonical base64");
            }
            return new Checkpoint(lines.getFirst(), Long.parseLong(lines.get(1)), root);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the checkpoint cannot be read: " + e.getMessage(), e);
        }
    }
}
