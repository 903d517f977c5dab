package io.dovira.command.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.StaffId;
import org.jspecify.annotations.Nullable;

/** Somebody is put in charge. {@code from}: who is in charge now, null if nobody; whoever is wrong about that has not seen the appeal as it is. */
public record AssignAppeal(
        AppealId appeal, StaffId staff, @Nullable StaffId from) implements AppealCommand {}
