/** What the whiteboard and the record of custody say alike: names of phases, duties and lists, and what is left of a limit. */
import { now } from 'app/clock';
import { duration, UNKNOWN } from 'app/format';
import { symbol } from 'app/shapes';
import { has, t } from 'app/text';
import { html } from 'lit-html';

const known = (key, value) => (value && has(key) ? t(key) : (value ?? UNKNOWN));

export const phaseName = (value) => known(`custody.phase.${value}`, value);
export const dutyName = (value) => known(`custody.duty.${value}`, value);
export const listName = (value) => known(`custody.list.${value}`, value);
export const groundName = (value) => known(`custody.ground.${value}`, value);

/** From this share of a limit on, somebody should look. */
const NEAR = 0.8;

/** 'critical' when it is too late, 'warning' in the last fifth of the limit, 'ok' before; nothing without a limit. */
export function level(clock) {
  if (!clock) return '';
  const due = Date.parse(clock.dueAt);
  const since = Date.parse(clock.since);
  if (now() > due) return 'critical';
  return due > since && (now() - since) / (due - since) >= NEAR ? 'warning' : 'ok';
}

/** What is left of a limit, or by how much it is passed; colour, shape and words say the same. */
export function left(clock) {
  if (!clock) return html`<span class="muted">${UNKNOWN}</span>`;
  const state = level(clock);
  const seconds = (Date.parse(clock.dueAt) - now()) / 1000;
  return html`<span class="left" data-wait=${state}>${symbol(state, state)} ${seconds < 0 ? t('custody.over', duration(-seconds)) : duration(seconds)}</span>`;
}

const LIST = { IDLE: 'quiet', OPEN: 'critical', DELAYED: 'warning', RUNNING: 'ok', DONE: 'ok' };

/** @param tasks of the list: one that is beyond its limit makes it critical, also while the list goes on as it should */
export function listState(state, tasks) {
  const shape = tasks.some((task) => task.state === 'OPEN' && task.dueAt && !task.pausedAt && level(task) === 'critical') ? 'critical' : LIST[state] ?? 'quiet';
  return html`<span class="list-state">${symbol(shape, shape)} ${t(`custody.list-state.${state}`)}</span>`;
}
