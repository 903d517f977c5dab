package io.dovira.command.platform;

import io.dovira.events.Fact;
import org.springframework.stereotype.Component;

/** Makes the {@link Endpoint} of each kind of thing. */
@Component
public final class Endpoints {
    final Commands commands;
    final Intents intents;
    final States states;

    Endpoints(Commands commands, Intents intents, States states) {
        this.commands = commands;
        this.intents = intents;
        this.states = states;
    }

    public <I, F extends Fact, S, T> Endpoint<I, F, S, T> of(Subject<F, S> subject, Endpoint.Kind<I, S, T> kind) {
        return new Endpoint<>(this, subject, kind);
    }
}
