/**
 * How much an office needs a person, from its tile alone. Pure: the same tile and moment give the same answer.
 *
 *   critical  somebody waits and no desk is open, or somebody waits longer than was promised for that service
 *   warning   somebody has waited three quarters of it, or four or more wait per open desk
 *   ok        desks are open and none of the above
 *   quiet     no desk open, nobody waits
 *   past      shown as it was, because facts are missing or a history is being told: whatever it is, it is not now
 *   record    imported history: nothing that happens now, so nothing that anybody could do now
 */
import { secondsSince } from 'app/clock';
import { moment, shortDuration } from 'app/format';
import { pastOf } from 'app/past';
import { t } from 'app/text';

export const STATES = ['critical', 'warning', 'ok', 'quiet', 'past', 'record'];
const RANK = Object.fromEntries(STATES.map((state, i) => [state, STATES.length - i]));

export const NEAR_TARGET = 0.75;
export const CROWDED = 4;

/**
 * {state, reason, pressure, used, over}: reason is a message key below "reason.", pressure orders offices of the same state; used is the part
 * of the target that the wait nearest to it has used (null without one), over the seconds by which it has passed it.
 */
export function assess(tile) {
  if (tile.origin === 'IMPORTED') return { state: 'record', reason: 'record', pressure: 0, used: null, over: 0 };
  const past = pastOf(tile);
  if (past) return { state: 'past', reason: 'past', pressure: 0, used: null, over: 0, past };
  const oldest = tile.waiting > 0 ? secondsSince(tile.oldestQueuedAt) : null;
  const due = tile.waiting > 0 ? tile.nextDue : null;
  const used = due ? secondsSince(due.queuedAt) / due.targetSeconds : null;
  const over = due ? Math.max(0, secondsSince(due.queuedAt) - due.targetSeconds) : 0;
  const perDesk = tile.openDesks > 0 ? tile.waiting / tile.openDesks : 0;
  const pressure = (used ?? (oldest ?? 0) / 3600) + perDesk / 100;
  return { ...judge(tile, used, perDesk, pressure), used, over };
}

function judge(tile, used, perDesk, pressure) {
  if (tile.waiting > 0 && tile.openDesks === 0) return { state: 'critical', reason: 'no-desk', pressure: pressure + 1000 };
  if (used !== null && used > 1) return { state: 'critical', reason: 'over-target', pressure };
  if (used !== null && used > NEAR_TARGET) return { state: 'warning', reason: 'near-target', pressure };
  if (perDesk >= CROWDED) return { state: 'warning', reason: 'crowded', pressure };
  if (tile.openDesks === 0) return { state: 'quiet', reason: 'closed', pressure: 0 };
  return { state: 'ok', reason: tile.waiting > 0 ? 'within-target' : 'nobody-waits', pressure };
}

/** Orders by need of attention: state, then pressure, then name. */
export function byNeed(a, b) {
  return RANK[b.need.state] - RANK[a.need.state] || b.need.pressure - a.need.pressure || (a.name < b.name ? -1 : 1);
}

/** Whether somebody who had turned away should look again: it was bearable, and is close to breaking or broken now. What comes to light when the past is over is not news. */
export const isWorse = (before, after) => before.state !== 'past' && (after.state === 'critical' || after.state === 'warning') && RANK[after.state] > RANK[before.state];

/** Why an office stands as it does, in words. */
export function reason(need) {
  if (need.reason === 'past') return t('past.tile', moment(need.past));
  return need.reason === 'over-target' ? t('reason.over-target', shortDuration(need.over)) : t(`reason.${need.reason}`);
}
