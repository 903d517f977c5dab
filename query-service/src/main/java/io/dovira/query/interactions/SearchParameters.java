package io.dovira.query.interactions;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes what a search can be asked, as {@link Parameters} reads it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(in = ParameterIn.QUERY, name = "office", description = "id of an office")
@Parameter(in = ParameterIn.QUERY, name = "organisation", description = "id of an organisation")
@Parameter(
        in = ParameterIn.QUERY,
        name = "from",
        description = "opened from then on",
        schema = @Schema(type = "string", format = "date-time"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "to",
        description = "opened before then",
        schema = @Schema(type = "string", format = "date-time"))
@Parameter(in = ParameterIn.QUERY, name = "id", description = "beginning of the id")
@Parameter(in = ParameterIn.QUERY, name = "ticket", description = "beginning of the ticket")
@Parameter(
        in = ParameterIn.QUERY,
        name = "kind",
        schema =
                @Schema(
                        type = "string",
                        allowableValues = {"visit", "case"}))
@Parameter(
        in = ParameterIn.QUERY,
        name = "state",
        description =
                "of the last leg, or of the case: ARRIVED, QUEUED, CALLED, IN_SERVICE, ON_HOLD, SERVED, ..., OPEN, RESPONDED, CLOSED")
@Parameter(
        in = ParameterIn.QUERY,
        name = "late",
        description = "whether a fact of it was recorded late",
        schema = @Schema(type = "boolean"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "minPosition",
        description = "wait until the index is complete to this position",
        schema = @Schema(type = "integer", format = "int64"))
@interface SearchParameters {}
