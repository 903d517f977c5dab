package io.dovira.command.visits;

import io.dovira.events.DeskId;
import io.dovira.events.StaffId;
import io.dovira.events.VisitId;
import org.jspecify.annotations.Nullable;

/** A desk calls the waiting visitor. {@code staff}: who calls; null means whoever sits at the desk. */
public record CallVisitor(
        VisitId visit, DeskId desk, @Nullable StaffId staff) implements LegCommand {}
