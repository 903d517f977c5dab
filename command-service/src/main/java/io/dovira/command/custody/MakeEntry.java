package io.dovira.command.custody;

import io.dovira.events.CustodyId;
import io.dovira.events.custody.CustodyFact;

/** An entry in the record, in the words in which it will stand there. The first one, an apprehension, begins the record. */
public record MakeEntry(CustodyFact entry) implements CustodyCommand {
    @Override
    public CustodyId custody() {
        return entry.custody();
    }
}
