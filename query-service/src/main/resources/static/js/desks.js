/** Desk by desk: what it does, with whom, for how long. */
import { secondsSince } from 'app/clock';
import { duration } from 'app/format';
import { symbol } from 'app/shapes';
import { name, t } from 'app/text';
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';

const SYMBOL = { FREE: 'free', SERVING: 'serving', CALLING: 'calling', BREAK: 'break', ON_HOLD: 'hold', CLOSED: 'closed' };

export function desks(office) {
  if (office.desks.length === 0) return html`<p class="empty">${t('office.desks.none')}</p>`;
  const visits = new Map(office.queue.map((entry) => [entry.visit, entry]));
  return html`<ul class="lanes">${repeat(office.desks, (desk) => desk.id, (desk) => lane(desk, visits.get(desk.visit)))}</ul>`;
}

function lane(desk, visit) {
  return html`<li class="lane" data-desk=${desk.state}>
    <span class="lane-state">${symbol(SYMBOL[desk.state] ?? 'closed')}<b>${name(desk.name, desk.id)}</b> <span>${t(`desk.${desk.state}`)}</span></span>
    <span class="lane-visit">${desk.visit ? html`<a class="ticket" href="/interactions/${desk.visit}">${desk.ticket ?? desk.visit}</a> ${visit ? name(visit.serviceName, visit.service) : nothing}` : nothing}</span>
    <span class="lane-staff muted">${desk.staff ?? nothing}</span>
    <span class="number">${desk.since ? duration(secondsSince(desk.since)) : nothing}</span>
  </li>`;
}
