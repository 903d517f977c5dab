/** What the pages of custody say alike: names of phases, duties and lists, how a duty stands, and what is left of a limit. */
import { now } from 'app/clock';
import { clock as timeOfDay, duration, moment, UNKNOWN } from 'app/format';
import { symbol } from 'app/shapes';
import { has, t } from 'app/text';
import { html, nothing } from 'lit-html';

const known = (key, value) => (value && has(key) ? t(key) : (value ?? UNKNOWN));

export const phaseName = (value) => known(`custody.phase.${value}`, value);
export const dutyName = (value) => known(`custody.duty.${value}`, value);
export const listName = (value) => known(`custody.list.${value}`, value);
export const groundName = (value) => known(`custody.ground.${value}`, value);

/** A category of an entry in words; null if there are none. */
export const valueName = (value) => (has(`custody.value.${value}`) ? t(`custody.value.${value}`) : null);

const term = (key, what) => html`<div><dt>${t(key)}</dt><dd>${what}</dd></div>`;

/** The stay in short. @param limit of the detention, as a clock */
export const stay = ({ ground, apprehendedAt, cell, level: watched, fitness }, limit, zone) => html`
  ${term('custody.ground', groundName(ground))}${term('custody.apprehended', moment(apprehendedAt, zone))}${term('custody.cell', cell ?? UNKNOWN)}
  ${term('custody.level', watched ? known(`custody.level.${watched}`, watched) : UNKNOWN)}${term('custody.fitness', fitness ? known(`custody.fitness.${fitness}`, fitness) : UNKNOWN)}
  ${term('custody.limit', left(limit))}`;

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

/** How a duty stands: what is left, when it was done and how much too late, or that it is not needed. */
export function standing(task, zone) {
  if (task.state === 'LAPSED') return html`<span class="muted">${t('custody.task.LAPSED')}</span>`;
  if (task.state === 'OPEN' && task.pausedAt) return html`<span class="muted">${t('custody.list-state.DELAYED')}</span>`;
  if (task.state === 'OPEN') return html`${task.dueAt ? left(task) : html`<span class="muted">${t('custody.task.OPEN')}</span>`}${task.doneAt ? html` <span class="muted">${t('custody.task.last', timeOfDay(task.doneAt, zone))}</span>` : nothing}`;
  const over = task.dueAt ? (Date.parse(task.pausedAt ?? task.doneAt) - Date.parse(task.dueAt)) / 1000 : 0;
  return html`<span>${symbol(over > 0 ? 'warning' : 'ok', over > 0 ? 'warning' : 'ok')} ${timeOfDay(task.doneAt, zone)}${over > 0 ? html` <span class="late-text">${t('custody.task.too-late', duration(over))}</span>` : nothing}</span>`;
}
