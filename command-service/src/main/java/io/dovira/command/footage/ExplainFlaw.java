package io.dovira.command.footage;

import io.dovira.events.FootageId;
import io.dovira.events.footage.Flaw;

/** Somebody answers for what is wrong with it: for every gap, or every file that is not what came in. */
public record ExplainFlaw(FootageId footage, Flaw flaw, String explanation) implements FootageCommand {}
