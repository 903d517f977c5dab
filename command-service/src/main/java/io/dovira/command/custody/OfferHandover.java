package io.dovira.command.custody;

import io.dovira.events.OfficeId;

/** The outgoing shift signs that the records say how things are. */
public record OfferHandover(OfficeId office) implements UnitCommand {}
