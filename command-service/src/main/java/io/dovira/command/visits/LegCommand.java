package io.dovira.command.visits;

/** What can be asked for while a leg of the visit is open; it always means the last leg. */
public sealed interface LegCommand extends VisitCommand
        permits CallVisitor,
                RecallVisitor,
                RecycleLeg,
                StartService,
                HoldService,
                ResumeService,
                TransferLeg,
                FinishService,
                MarkNoShow,
                AbandonVisit,
                CloseVisit {}
