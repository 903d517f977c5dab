package io.dovira.command.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.appeals.DeclineGround;
import org.jspecify.annotations.Nullable;

/** It will not be considered, on a ground of the law. */
public record DeclineAppeal(
        AppealId appeal, DeclineGround ground, @Nullable AppealId earlier) implements AppealCommand {}
