package io.dovira.command.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.appeals.LetterDigest;
import org.jspecify.annotations.Nullable;

/** What was asked for has come. */
public record ReceiveInfo(AppealId appeal, @Nullable LetterDigest letter) implements AppealCommand {}
