package io.dovira.command.platform;

/**
 * What is wrong with one field of a request.
 *
 * @param field its name, with a path for nested ones
 * @param reason what it should be, for people
 */
public record FieldError(String field, String reason) {}
