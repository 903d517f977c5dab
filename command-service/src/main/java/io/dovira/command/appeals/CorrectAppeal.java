package io.dovira.command.appeals;

import io.dovira.command.corrections.Correction;
import io.dovira.events.AppealId;
import io.dovira.events.appeals.AppealField;

/** A wrong entry is set right, or proposed to be where the policy asks for a second person. {@code was} and {@code is}: text forms of the field. */
public record CorrectAppeal(AppealId appeal, String ofEvent, AppealField field, String was, String is, String reason)
        implements AppealCommand, Correction {}
