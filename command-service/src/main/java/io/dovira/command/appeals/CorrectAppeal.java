package io.dovira.command.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.StaffId;
import io.dovira.events.appeals.AppealField;
import org.jspecify.annotations.Nullable;

/** A wrong entry is set right. {@code was} and {@code is}: text forms of the field. {@code approvedBy}: the second person who agreed. */
public record CorrectAppeal(
        AppealId appeal,
        String ofEvent,
        AppealField field,
        String was,
        String is,
        String reason,
        @Nullable StaffId approvedBy)
        implements AppealCommand {}
