/** Desk by desk: what it does, with whom, for how long. */
import { now } from 'app/clock';
import { duration, percent } from 'app/format';
import { lasted } from 'app/past';
import { bar, symbol } from 'app/shapes';
import { name, t } from 'app/text';
import { startOfDay } from 'app/zone';
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';

const SYMBOL = { FREE: 'free', SERVING: 'serving', CALLING: 'calling', BREAK: 'break', ON_HOLD: 'hold', CLOSED: 'closed' };

/** Of less time at a desk nothing is said. */
const ENOUGH_S = 600;

/**
 * {serving, staffed}: seconds of today in service and of today at the desk without breaks, what goes on now included. Their ratio is the occupancy.
 */
export function used(desk, office) {
  const today = startOfDay(now(), office.timeZone);
  const running = desk.staffedSince ? Math.max(0, (now() - Math.max(Date.parse(desk.staffedSince), today)) / 1000) : 0;
  const serving = desk.state === 'SERVING' && desk.since ? Math.max(0, (now() - Math.max(Date.parse(desk.since), today)) / 1000) : 0;
  const staffed = desk.staffedSeconds + running;
  return { staffed, serving: Math.min(staffed, desk.servingSeconds + serving) };
}

/** Of all desks together: each counts for as long as somebody sat there. */
export function occupancy(office) {
  const all = office.desks.map((desk) => used(desk, office));
  const staffed = all.reduce((sum, each) => sum + each.staffed, 0);
  return staffed < ENOUGH_S ? null : all.reduce((sum, each) => sum + each.serving, 0) / staffed;
}

/** The figures of the lanes, for a file. */
export const deskFigures = (office) => ({
  head: [t('office.desk'), t('office.desk.state'), `${t('office.desk.staffed')}, ${t('unit.second')}`, `${t('office.desk.serving')}, ${t('unit.second')}`, `${t('office.desk.occupancy')}, %`],
  rows: office.desks.map((desk) => {
    const { staffed, serving } = used(desk, office);
    return [name(desk.name, desk.id), t(`desk.${desk.state}`), Math.round(staffed), Math.round(serving), staffed < ENOUGH_S ? null : Math.round((100 * serving) / staffed)];
  }),
});

export function desks(office) {
  if (office.desks.length === 0) return html`<p class="empty">${t('office.desks.none')}</p>`;
  const visits = new Map(office.queue.map((entry) => [entry.visit, entry]));
  return html`<ul class="lanes">${repeat(office.desks, (desk) => desk.id, (desk) => lane(desk, visits.get(desk.visit), office))}</ul>`;
}

function lane(desk, visit, office) {
  return html`<li class="lane" data-desk=${desk.state}>
    <span class="lane-state">${symbol(SYMBOL[desk.state] ?? 'closed')}<b>${name(desk.name, desk.id)}</b> <span>${t(`desk.${desk.state}`)}</span></span>
    <span class="lane-visit">${desk.visit ? html`<a class="ticket" href="/interactions/${desk.visit}">${desk.ticket ?? desk.visit}</a> ${visit ? name(visit.serviceName, visit.service) : nothing}` : nothing}</span>
    <span class="lane-staff muted">${desk.staff ?? nothing}</span>
    ${occupied(used(desk, office))}
    <span class="number">${desk.since ? duration(lasted(office, desk.since)) : nothing}</span>
  </li>`;
}

function occupied({ staffed, serving }) {
  if (staffed < ENOUGH_S) return html`<span class="lane-use"></span>`;
  return html`<span class="lane-use" title=${t('office.desk.used', duration(serving), duration(staffed))}>${bar(serving / staffed)}<span class="muted">${t('office.desk.share', percent(serving, staffed))}</span></span>`;
}
