/** The row of figures. Unknown is a dash; every share and percentile names its n. */
import { NEAR_TARGET } from 'app/attention';
import { secondsSince } from 'app/clock';
import { el, mark, say } from 'app/dom';
import { decimal, duration, number, parts, percent, shortDuration, UNKNOWN } from 'app/format';
import { pastOf, pastOfAll, sinceOldest } from 'app/past';
import { counted, t } from 'app/text';

/** Below this no percentile is claimed. */
export const ENOUGH = 30;

export class Kpis {
  #cells = new Map();
  #oldest = null;
  #target = null;
  #dues = [];
  #offices = [];

  constructor(place) {
    for (const cell of place.querySelectorAll('[data-kpi]')) {
      this.#cells.set(cell.dataset.kpi, { cell, value: cell.querySelector('.value'), note: cell.querySelector('.note') });
    }
  }

  /** totals as /api/v1/live gives them, or the sum of a part of the offices; offices: those that are meant. */
  show(totals, offices) {
    if (!totals) return;
    const targets = new Set(offices.map((office) => office.waitTargetSeconds).filter(Boolean));
    this.#oldest = totals.waiting > 0 ? totals.oldestQueuedAt : null;
    this.#target = targets.size === 1 ? [...targets][0] : null;
    this.#offices = offices;
    const present = offices.filter((office) => !pastOf(office));
    this.#dues = present.map((office) => (office.waiting > 0 ? office.nextDue : null)).filter(Boolean);
    const alone = present.filter((office) => office.origin !== 'IMPORTED' && office.waiting > 0 && office.openDesks === 0).length;
    this.#put('waiting', number(totals.waiting), counted('kpi.waiting.note', totals.called, number(totals.called)));
    this.#put('service', number(totals.inService), t('kpi.service.note', decimal(totals.openDesks ? totals.inService / totals.openDesks : null)));
    this.#put('desks', number(totals.openDesks), deskNote(alone, offices), alone > 0 ? 'short' : null);
    this.#put('served', number(totals.servedToday), t('kpi.served.note', number(totals.arrivedToday)));
    this.#wait(totals);
    const level = totals.serviceLevel;
    const count = number(level?.whole ?? 0);
    this.#put('target', percent(level?.part, level?.whole), this.#target ? t('kpi.target.note', shortDuration(this.#target), count) : t('kpi.n', count));
    const csat = totals.csat ?? { n: 0, satisfied: 0 };
    this.#put('csat', percent(csat.satisfied, csat.n), t('kpi.n', number(csat.n)));
    this.tick();
  }

  /** The oldest wait moves with the clock. */
  tick() {
    const seconds = sinceOldest(this.#offices, this.#oldest);
    // By what each service promises: the oldest wait need not be the worst.
    const used = Math.max(0, ...this.#dues.map((due) => secondsSince(due.queuedAt) / due.targetSeconds));
    const note = this.#target ? t('kpi.oldest.note', shortDuration(this.#target)) : '';
    this.#put('oldest', seconds === null ? UNKNOWN : parts(seconds), seconds === null ? t('kpi.oldest.none') : note, used > 1 ? 'critical' : used > NEAR_TARGET ? 'warning' : null);
  }

  /** Of who was called, and beside it of who still waits as well: where nobody is called any more, the first looks fine. */
  #wait(totals) {
    const scarce = totals.n < ENOUGH && totals.n !== null ? t('kpi.wait.scarce', number(totals.n), String(ENOUGH)) : t('kpi.n', number(totals.n));
    const unknown = totals.waitP50 === null || totals.waitP50 === undefined;
    const lasting = totals.withOpen;
    const used = lasting && this.#target ? lasting.p90 / this.#target : 0;
    this.#put('wait', unknown ? UNKNOWN : pair(totals.waitP50, totals.waitP90), [
      unknown && totals.partial ? t('kpi.wait.partial') : scarce,
      lasting ? t('kpi.wait.with-open', number(lasting.open), shortDuration(lasting.p90)) : null,
    ].filter(Boolean).join(' · '), used > 1 && !pastOfAll(this.#offices) ? 'critical' : null);
  }

  #put(kpi, value, note, state = null) {
    const found = this.#cells.get(kpi);
    if (!found) return;
    if (Array.isArray(value)) this.#units(found.value, value);
    else say(found.value, value);
    say(found.note, note || '\u00a0');
    mark(found.cell, 'data-state', state);
  }

  /** Numbers large, units small: read from across the room. */
  #units(place, units) {
    const text = units.map(([n, unit]) => `${n} ${unit}`).join(' ');
    if (place.said === text) return;
    place.said = text;
    place.replaceChildren(...units.flatMap(([n, unit]) => [String(n), el('i', {}, unit)]));
  }
}

/** alone: offices where people wait and no desk is open. One office by itself is told how many desks it has. */
function deskNote(alone, offices) {
  if (offices.length === 1) return t('kpi.desks.of', number(offices[0].desks?.length ?? offices[0].desks));
  return alone > 0 ? counted('kpi.desks.note', alone, number(alone)) : t('kpi.desks.fine');
}

/** Two durations with one unit if they share it: 7 / 18 min. */
function pair(a, b) {
  const [[first, unit]] = rounded(a);
  const [[second, unit2]] = rounded(b);
  return unit === unit2 ? [[`${first} / ${second}`, unit]] : [[first, unit], [`/ ${second}`, unit2]];
}

function rounded(seconds) {
  return seconds >= 60 && seconds < 3600 ? [[Math.round(seconds / 60), t('unit.minute')]] : parts(seconds);
}

/** Adds up a part of the offices. Percentiles cannot be added up, so they stay unknown. */
export function total(offices) {
  const sum = (field) => offices.reduce((all, office) => all + (office[field] ?? 0), 0);
  const oldest = offices.map((office) => office.oldestQueuedAt).filter(Boolean).sort();
  return {
    partial: true,
    waiting: sum('waiting'), called: sum('called'), inService: sum('inService'), openDesks: sum('openDesks'),
    arrivedToday: sum('arrivedToday'), servedToday: sum('servedToday'), oldestQueuedAt: oldest[0] ?? null,
    waitP50: null, waitP90: null, n: sum('n'),
    serviceLevel: { part: offices.reduce((all, o) => all + (o.serviceLevel?.part ?? 0), 0), whole: offices.reduce((all, o) => all + (o.serviceLevel?.whole ?? 0), 0) },
    csat: { n: offices.reduce((all, o) => all + (o.csat?.n ?? 0), 0), satisfied: offices.reduce((all, o) => all + (o.csat?.satisfied ?? 0), 0) },
  };
}
