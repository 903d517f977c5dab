package io.dovira.command.platform;

import java.util.List;

/** What a command handler returns to {@link Commands}. */
public sealed interface Verdict {

    /**
     * The facts are applied and will be committed with the unit of work.
     *
     * @param state of the thing that the command was for, with them
     */
    record Accepted(List<String> eventIds, Object state) implements Verdict {}

    record Declined(Refusal refusal) implements Verdict {}
}
