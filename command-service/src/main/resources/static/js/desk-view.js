/** How the desk looks: whom it serves, who waits, tickets, and what is on its way. Each part is drawn anew from the floor; lit-html changes what differs. */
import { secondsSince } from 'app/clock';
import { atDesk, forgotten, last, mayCall, waiting } from 'app/desk-floor';
import { picture } from 'app/desk-slip';
import { clock, duration, number, shortDuration } from 'app/format';
import { gauge, symbol } from 'app/shapes';
import { counted, has, name, t } from 'app/text';
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';

/** Three quarters of what was promised is the time to act; the boards say so too. */
const NEAR_TARGET = 0.75;
/** The key of an act, as it is printed on it: the place on the keyboard counts, whatever the layout. */
export const KEYS = { call: 'C', recall: 'R', recycle: 'Q', start: 'S', hold: 'H', resume: 'H', transfer: 'T', finish: 'F', 'no-show': 'X', abandon: 'L', appeal: 'A', correct: 'E',
  open: 'O', close: 'O', break: 'B', 'end-break': 'B', print: 'P', new: 'N', 'end-day': 'D' };
/** In the order in which they stand on the desk; the first that is possible is the large one. */
const ON_GUEST = ['start', 'finish', 'resume', 'recall', 'hold', 'transfer', 'recycle', 'appeal', 'no-show'];

export const serviceName = (floor, id) => name(floor.services.find((service) => service.id === id)?.name, id);
export const deskName = (floor, id) => name(floor.desks.find((desk) => desk.id === id)?.name, id);
/** Corrections of it that wait, and the way to the page on which a second person decides. */
const waits = (guest) => (guest.proposals > 0 ? html` <a class="badge late" href="/visits/${encodeURIComponent(guest.visit)}/corrections">${t('desk.correct.waits')}</a>` : nothing);

export const ticketOf = (guest) => guest.ticket || t('desk.ticket.none-yet');

export function act(which, does, { armed, large = false, more = '' } = {}) {
  return html`<button type="button" class="act ${large ? 'large' : ''}" data-act=${which} aria-keyshortcuts=${KEYS[which]} @click=${() => does(which)}>
    <span>${armed === which ? t('desk.act.sure') : t(`desk.act.${which}`)} ${more}</span><kbd>${KEYS[which]}</kbd></button>`;
}

/** Who sits at the desk, and what can be done about that. */
export function seat(floor, desk, staff, acts, does, armed) {
  const here = floor.desks.find((one) => one.id === desk);
  if (!here) return nothing;
  const mine = here.staff === staff;
  const words = here.state === 'CLOSED' ? t('desk.seat.CLOSED') : mine ? t(`desk.seat.${here.state}`) : t('desk.seat.taken', here.staff);
  return html`<span class="badge solid" data-seat=${here.state}>${words}</span>
    ${['open', 'end-break', 'break', 'close'].filter((which) => acts.has(which)).map((which) => act(which, does, { armed }))}`;
}

export function serving(floor, desk, staff, acts, does, armed, sit) {
  const here = floor.desks.find((one) => one.id === desk);
  if (!here) return free(floor, staff, sit);
  const guest = atDesk(floor, desk);
  if (!guest) return idle(floor, here, desk, staff, acts, does);
  const leg = last(guest);
  return html`<div class="serving" data-state=${leg.state}>
    <p class="serving-ticket ${guest.ticket ? '' : 'none'}">${ticketOf(guest)}${guest.pending ? html` <span class="badge late">${t('desk.pending')}</span>` : nothing}</p>
    <p class="serving-what"><b>${serviceName(floor, leg.service)}</b> <span class="state" data-state=${leg.state}>${t(`desk.state.${leg.state}`)}</span>${waits(guest)}</p>
    <p class="serving-clock"><small>${t(`desk.clock.${leg.state}`)}</small> ${duration(running(leg))}</p>
    <p class="muted">${told(leg, floor.timeZone)}</p>
    <div class="acts">${ON_GUEST.filter((which) => acts.has(which)).map((which, i) => act(which, does, { armed, large: i === 0 }))}</div>
  </div>`;
}

/** Where one may sit down: at the own desk, if one was left open, or at one that nobody has opened. */
function free(floor, staff, sit) {
  const own = floor.desks.filter((one) => one.staff === staff);
  const desks = own.length > 0 ? own : floor.desks.filter((one) => one.state === 'CLOSED');
  if (desks.length === 0) return html`<p class="empty"><strong>${t('desk.none-free')}</strong>${t('desk.none-free.text')}</p>`;
  return html`<div class="empty"><strong>${t(own.length > 0 ? 'desk.choose.own' : 'desk.choose.free')}</strong>
    <div class="acts">${desks.map((one) => html`<button type="button" class="act" data-sit=${one.id} @click=${() => sit(one.id)}>${name(one.name, one.id)}</button>`)}</div></div>`;
}

function idle(floor, here, desk, staff, acts, does) {
  if (here.state === 'CLOSED') return html`<p class="empty"><strong>${t('desk.closed')}</strong>${t('desk.closed.text')}</p>`;
  if (here.staff !== staff) return html`<p class="empty"><strong>${t('desk.taken')}</strong>${t('desk.taken.text')}</p>`;
  if (here.state === 'BREAK') return html`<p class="empty"><strong>${t('desk.break')}</strong>${t('desk.break.text')}</p>`;
  const next = waiting(floor).find((guest) => mayCall(guest, desk, staff));
  if (!next) return html`<p class="empty"><strong>${t('desk.free')}</strong>${t(floor.partial ? 'desk.waiting.unknown' : 'desk.free.text')}</p>`;
  return html`<div class="serving" data-state="FREE">
    <p class="serving-ticket next ${next.ticket ? '' : 'none'}">${ticketOf(next)}</p>
    <p class="serving-what"><b>${serviceName(floor, last(next).service)}</b> <span class="muted">${t('desk.next.waits', shortDuration(secondsSince(last(next).queuedAt)))}</span></p>
    <div class="acts">${acts.has('call') ? act('call', does, { large: true, more: ticketOf(next) }) : nothing}</div>
  </div>`;
}

/** The clock that counts in this state: since the call, or of the service without what it was on hold. */
function running(leg) {
  if (leg.state === 'CALLED') return secondsSince(leg.calledAt);
  if (leg.state === 'ON_HOLD') return secondsSince(leg.heldAt);
  return secondsSince(leg.startedAt) - leg.heldSeconds;
}

function told(leg, zone) {
  const waited = (Date.parse(leg.calledAt) - Date.parse(leg.queuedAt)) / 1000;
  const parts = [t('desk.waited', duration(waited)), t('desk.called-at', clock(leg.calledAt, zone))];
  if (leg.calls > 1) parts.push(counted('desk.calls', leg.calls, number(leg.calls)));
  return parts.join(' · ');
}

export function queue(floor, desk, staff, selected, { select, does, armed }) {
  const guests = waiting(floor);
  if (guests.length === 0) return html`<p class="empty">${t(floor.partial ? 'desk.waiting.unknown' : 'desk.waiting.none')}</p>`;
  return html`<table class="list queue">
    <thead><tr><th scope="col">${t('desk.ticket')}</th><th scope="col">${t('desk.service')}</th><th scope="col" class="wide">${t('desk.target')}</th><th scope="col" class="number">${t('desk.wait')}</th></tr></thead>
    <tbody>${repeat(guests, (guest) => guest.visit, (guest) => row(floor, guest, desk, staff, guest.visit === selected, { select, does, armed }))}</tbody>
  </table>`;
}

function row(floor, guest, desk, staff, chosen, { select, does, armed }) {
  const leg = last(guest);
  const seconds = secondsSince(leg.queuedAt);
  const target = leg.waitTargetSeconds;
  const used = target ? seconds / target : 0;
  const level = used > 1 ? 'critical' : used > NEAR_TARGET ? 'warning' : '';
  const reserved = leg.onlyDesk ? t('desk.reserved.desk', deskName(floor, leg.onlyDesk)) : leg.onlyStaff ? t('desk.reserved.staff', leg.onlyStaff) : '';
  return html`<tr data-wait=${level} data-visit=${guest.visit} class=${chosen ? 'chosen' : ''}>
    <th scope="row"><button type="button" class="pick" aria-pressed=${chosen ? 'true' : 'false'} @click=${() => select(guest.visit)}>${ticketOf(guest)}</button></th>
    <td>${serviceName(floor, leg.service)}${reserved ? html` <span class="badge">${reserved}</span>` : nothing}${guest.pending ? html` <span class="badge late">${t('desk.pending')}</span>` : nothing}
      ${chosen ? html`<span class="row-acts">${mayCall(guest, desk, staff) ? act('call', does) : nothing}${act('abandon', does, { armed })}</span>` : nothing}</td>
    <td class="wide">${target ? gauge(used, level) : nothing}</td>
    <td class="number">${level ? symbol(level, level) : nothing} <span class="wait">${duration(seconds)}</span></td>
  </tr>`;
}

/** The way to an outcome for each ticket that is open; nothing is closed by itself. */
export function open(floor, does) {
  if (floor.open.length === 0) return nothing;
  const old = floor.open.filter((guest) => forgotten(floor, guest)).length;
  return html`<div class="still-open">${old > 0 ? html`<p><span class="badge late">${counted('desk.left.earlier', old, number(old))}</span></p>` : nothing}${act('end-day', does)}</div>`;
}

export function tickets(floor, issue, choosing, issued, print) {
  return html`<ol class="services ${choosing ? 'choosing' : ''}">${floor.services.map((service, i) => html`<li>
      <button type="button" class="act" data-service=${service.id} @click=${() => issue(service.id)}><span>${name(service.name, service.id)}</span>${i < 9 ? html`<kbd>${i + 1}</kbd>` : nothing}</button></li>`)}</ol>
    ${choosing ? html`<p class="muted">${t('desk.ticket.choose')}</p>` : nothing}
    ${issued ? html`<div class="issued" id="issued"><p class="serving-ticket ${issued.ticket ? '' : 'none'}">${issued.ticket || t('desk.ticket.none-yet')}</p>
      <p class="muted">${serviceName(floor, issued.service)} · ${issued.ticket ? counted('desk.ahead', issued.ahead, number(issued.ahead)) : t('desk.ticket.later')}</p>
      ${issued.ticket ? act('print', print) : nothing}
      ${issued.ticket && issued.code ? html`<p class="issued-way">${picture(issued.code, t('desk.qr', issued.ticket))}<span class="muted">${t('desk.qr.text')}</span></p>` : nothing}</div>` : nothing}`;
}

export function gone(floor, correct) {
  if (floor.gone.length === 0) return html`<p class="empty">${t(floor.partial ? 'desk.gone.unknown' : 'desk.gone.none')}</p>`;
  return html`<ul class="gone">${repeat(floor.gone, (guest) => guest.visit, (guest) => {
    const leg = last(guest);
    return html`<li><b class="ticket">${ticketOf(guest)}</b> <span>${serviceName(floor, leg.service)}</span> <span class="state" data-state=${leg.state}>${t(`desk.state.${leg.state}`)}</span>
      <span class="muted">${leg.desk ? `${deskName(floor, leg.desk)} · ` : ''}${clock(leg.endedAt, floor.timeZone)}</span>${waits(guest)}
      <button type="button" class="button plain" data-correct=${guest.visit} @click=${() => correct(guest.visit)}>${t('desk.act.correct')}</button></li>`;
  })}</ul>`;
}

/** What is not on the floor yet, and why. */
export function outbox(items, zone, dismiss) {
  return html`<ul class="outbox-items">${repeat(items, (item) => item.key, (item) => html`<li data-item=${item.state}>
    <span class="muted">${clock(item.at, zone)}</span> <b>${t(`desk.act.${item.act}`)}</b> <span>${item.label ?? ''}</span>
    <span class="outbox-state">${item.state === 'refused' ? refusal(item) : item.state === 'late' ? t('desk.item.late', clock(item.sentAt, zone)) : t(`desk.item.${item.state}`)}</span>
    ${item.state === 'refused' || item.state === 'late' ? html`<button type="button" class="button plain" @click=${() => dismiss(item)}>${t('desk.dismiss')}</button>` : nothing}</li>`)}</ul>`;
}

/** A refusal in the clerk's words; one that we have none for, in the service's. */
export function refusal({ act: which, problem, label }) {
  const code = problem.type.slice(problem.type.lastIndexOf(':') + 1);
  if (which === 'call' && (code === 'visit-state' || code === 'before-last-fact')) return t('desk.refusal.called-elsewhere', label);
  return has(`desk.refusal.${code}`) ? t(`desk.refusal.${code}`, label) : [problem.title, problem.detail].filter(Boolean).join(': ');
}
