package io.dovira.events.custody;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The duties towards a person, from what happened in the order in which it happened: whatever was typed first, corrected later or told late, the same
 * acts give the same duties.
 *
 * <pre>
 *   08:00 APPREHENDED         NOTIFY_LEGAL_AID since 08:00
 *   10:00 LEGAL_AID_NOTIFIED  NOTIFY_LEGAL_AID done 10:00     ASSIGN_LAWYER since 10:00
 *   10:30 LAWYER_ASSIGNED                                     ASSIGN_LAWYER done 10:30     LAWYER_ARRIVAL since 10:30
 * </pre>
 */
final class Tasks {
    /** Of one instant, in the order in which it was told; nothing comes before the apprehension. */
    private static final Comparator<Happened> ORDER = Comparator.comparing(
                    (Happened each) -> each.act() != Act.APPREHENDED)
            .thenComparing(Happened::at);

    private final DetentionGround ground;
    private final boolean foreigner;
    private final Map<Duty, Task> tasks = new EnumMap<>(Duty.class);

    /** What was done while nobody owed it. */
    private final Map<Duty, Instant> unasked = new EnumMap<>(Duty.class);

    private boolean out;
    private @Nullable Instant atHospital;
    private boolean ended;

    private Tasks(DetentionGround ground, boolean foreigner) {
        this.ground = ground;
        this.foreigner = foreigner;
    }

    static List<Task> of(DetentionGround ground, boolean foreigner, List<Happened> acts, List<Clock> clocks) {
        Tasks all = new Tasks(ground, foreigner);
        acts.stream().sorted(ORDER).forEach(all::take);
        return all.tasks.values().stream().map(task -> limited(task, clocks)).toList();
    }

    private static Task limited(Task task, List<Clock> clocks) {
        return clocks.reversed().stream()
                .filter(clock -> clock.duty() == task.duty() && clock.from().equals(task.since()))
                .findFirst()
                .map(clock -> task.due(clock.dueAt(), clock.policy()))
                .orElse(task);
    }

    private void take(Happened happened) {
        Act act = happened.act();
        Instant at = happened.at();
        Phase phase = act.phase();
        out = act != Act.RETURNED && (out || (phase != null && phase.isOut()));
        atHospital = act == Act.RETURNED ? null : act == Act.TAKEN_TO_HOSPITAL ? at : atHospital;
        ended |= act.ends();
        for (Act.Effect effect : act.effects()) {
            for (Duty duty : effect.duties()) {
                switch (effect.how()) {
                    case MEETS -> {
                        if (isMetBy(duty, act)) {
                            meet(duty, at);
                        }
                    }
                    case LAPSES -> tasks.computeIfPresent(duty, (same, task) -> task.lapsed());
                    case OPENS -> open(duty, at);
                    case RESUMES -> {
                        if (tasks.containsKey(duty)) {
                            open(duty, at);
                        }
                    }
                    case PAUSES -> tasks.computeIfPresent(duty, (same, task) -> task.isOpen() ? task.paused(at) : task);
                }
            }
        }
    }

    /** Only who is detained on a ruling is free, or before the judge, when brought to court. */
    private boolean isMetBy(Duty duty, Act act) {
        return act != Act.BROUGHT_TO_COURT || duty != Duty.END_DETENTION || ground == DetentionGround.ON_RULING;
    }

    private boolean isOwed(Duty duty, Instant at) {
        return switch (duty) {
            case NOTIFY_CONSULATE -> foreigner;
            case BRING_TO_COURT, HEAR_MEASURE -> ground == DetentionGround.WITHOUT_RULING;
            // Whom a doctor finds unfit in hospital is there already.
            case HOSPITAL -> !ended && (atHospital == null || !atHospital.isBefore(at));
            // A complaint is registered whoever made it.
            case REGISTER_COMPLAINT -> true;
            default -> !ended;
        };
    }

    /** What is open already is not asked for anew: who asks twice waits no longer for the first. */
    private void open(Duty duty, Instant at) {
        Task task = tasks.get(duty);
        if (!isOwed(duty, at) || (task != null && (task.isOpen() || !duty.comesAgain()))) {
            return;
        }
        Task opened = task == null ? Task.opened(duty, at) : task.reopened(at);
        tasks.put(duty, duty == Duty.CELL_VISIT && out ? opened.lapsed() : opened);
        Instant done = unasked.remove(duty);
        if (done != null && (!duty.comesAgain() || !done.isBefore(at))) {
            meet(duty, done);
        }
    }

    /** The earliest doing counts: what was done is not undone by a second entry. */
    private void meet(Duty duty, Instant at) {
        Task task = tasks.get(duty);
        if (task == null || !task.isOpen()) {
            unasked.merge(duty, at, (first, last) -> duty.comesAgain() ? last : first);
            return;
        }
        Task done = task.done(at);
        tasks.put(duty, duty.isRepeated() ? done.reopened(at) : done);
    }
}
