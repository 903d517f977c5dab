package io.dovira.command.imports.mapping;

/** A thing with an id and a name. The name is the id as the file writes it when the rule gives nothing. */
public record Named(TextRule id, TextRule name) {}
