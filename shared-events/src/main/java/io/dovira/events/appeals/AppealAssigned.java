package io.dovira.events.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.StaffId;
import io.dovira.events.StoredAs;

/** Somebody is in charge of it, or somebody else from now on. */
@StoredAs("appeal.appeal-assigned")
public record AppealAssigned(AppealId appeal, StaffId staff) implements AppealFact {}
