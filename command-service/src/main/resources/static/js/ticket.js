/**
 * What the holder of a code sees: the own place in line and when the call probably comes, or the receipt of an appeal; and, once it is over, five faces.
 *
 * Asked anew every two seconds while somebody looks and waits. What could not be asked for five seconds is called old; it comes back by itself.
 */
import { heard, now } from 'app/clock';
import { clock, day, moment, number } from 'app/format';
import { rating } from 'app/ticket-rating';
import { symbol } from 'app/shapes';
import { counted, has, name, t } from 'app/text';
import { html, nothing, render, svg } from 'lit-html';

/** In line every second counts; what is over, or takes weeks, does not hurry. */
const SOON_MS = 2_000;
const LATER_MS = 15_000;
const PATIENCE_MS = 4_000;
const GRACE_MS = 2_500;
const IN_LINE = ['WAITING', 'CALLED', 'IN_SERVICE', 'ON_HOLD'];

const main = document.getElementById('main');
const { code, boards } = main.dataset;
const place = (id) => document.getElementById(id);

let kind = null;
let shown = null;
let lastGood = Date.now();
let lastAsked = 0;
let asking = false;
let missing = false;
let drawn = false;

const pace = () => (missing || (kind && !(kind === 'ticket' && IN_LINE.includes(shown.state))) ? LATER_MS : SOON_MS);

// ---- asking

async function ask(path) {
  const answer = await fetch(`${boards}${path}`, { credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
  if (!answer) return null;
  if (answer.status === 404) return { missing: true };
  return answer.ok ? { body: await answer.json() } : null;
}

const PATHS = { ticket: `/api/v1/tickets/${code}`, receipt: `/api/v1/appeals/receipt/${code}` };

/** A code opens a visit or an appeal; which one is known once one of them answers. */
async function find() {
  if (kind) return { kind, ...await ask(PATHS[kind]) };
  for (const each of Object.keys(PATHS)) {
    const answer = await ask(PATHS[each]);
    if (!answer || answer.body) return answer ? { kind: each, ...answer } : {};
  }
  return { missing: true };
}

async function look() {
  if (asking || document.hidden) return;
  asking = true;
  lastAsked = Date.now();
  const answer = await find();
  asking = false;
  missing = Boolean(answer.missing) && !kind;
  if (missing) {
    lastGood = Date.now();
    unknown();
  } else if (answer.body) {
    lastGood = Date.now();
    kind = answer.kind;
    const before = shown?.state;
    shown = answer.body;
    if (shown.at) heard(shown.at);
    if (shown.state === 'CALLED' && before !== 'CALLED' && navigator.userActivation?.hasBeenActive) navigator.vibrate?.([300, 120, 300]);
    show();
  }
  watch();
}

function watch() {
  const old = !document.hidden && Date.now() - lastGood > pace() + GRACE_MS;
  const feed = place('feed');
  feed.hidden = kind === null && !old;
  feed.dataset.state = old ? 'lost' : 'live';
  place('feed-text').textContent = t(old ? 'ticket.old' : 'ticket.live');
  document.body.classList.toggle('is-lost', old);
  render(old ? html`<p class="banner bad"><span>${shown ? t('ticket.old.text', clock(lastGood)) : t('ticket.old.never')}</span></p>` : nothing, place('banner'));
}

/** What the server sent stands until there is something to show. */
function draw(content) {
  if (!drawn) place('ticket').replaceChildren();
  drawn = true;
  render(content, place('ticket'));
}

// ---- a visit

function show() {
  if (kind === 'ticket') {
    document.title = `${shown.ticket} · ${t(`ticket.state.${shown.state}`)}`;
    draw(visit());
    render(shown.state === 'SERVED' ? rating(null) : nothing, place('rate'));
  } else {
    draw(receipt());
    render(shown.state === 'ANSWERED' || shown.survey ? rating(shown) : nothing, place('rate'));
  }
  place('complete').textContent = kind === 'ticket' ? t('ticket.complete', clock(shown.at, shown.timeZone)) : '';
}

const visit = () => html`
  <div class="ticket-head">
    <p class="muted">${name(shown.officeName, shown.office)} · ${name(shown.serviceName, shown.service)}</p>
    <p class="ticket-number"><span class="unseen">${t('ticket.number')} </span>${shown.ticket}</p>
  </div>
  <section class="ticket-state" data-state=${shown.state} aria-live="polite">
    ${symbolOf(shown.state)}
    <h1>${headline()}</h1>
    ${shown.state === 'WAITING' ? waiting() : html`<p class="muted">${note()}</p>`}
  </section>`;

const SYMBOLS = { WAITING: 'late', CALLED: 'calling', IN_SERVICE: 'serving', ON_HOLD: 'hold', SERVED: 'ok', NO_SHOW: 'closed', LEFT: 'closed', CLOSED: 'closed' };
const STATES = { CALLED: 'warning', SERVED: 'ok' };
const symbolOf = (state) => symbol(SYMBOLS[state], STATES[state] ?? 'quiet');
const desk = () => name(shown.deskName, shown.desk ?? '');

function headline() {
  if (shown.state === 'CALLED') return t('ticket.called', desk());
  if (shown.state === 'WAITING' && shown.place) return shown.place.ahead === 0 ? t('ticket.next') : counted('ticket.ahead', shown.place.ahead, number(shown.place.ahead));
  return t(`ticket.state.${shown.state}`);
}

function note() {
  if (shown.state === 'CALLED') return t('ticket.called.at', clock(shown.calledAt, shown.timeZone));
  if (shown.state === 'IN_SERVICE' || shown.state === 'ON_HOLD') return t('ticket.at-desk', desk());
  return shown.endedAt ? t('ticket.ended.at', moment(shown.endedAt, shown.timeZone)) : '';
}

/** Without seconds: nobody knows them beforehand. */
const minute = (instant) => clock(instant, shown.timeZone).slice(0, 5);
/** To the end of its minute: a range that is shown narrower than it was told would be kept less often. */
const endOf = (instant) => minute(Date.parse(instant) + 59_000);

function waiting() {
  return html`
    <p class="muted">${t('ticket.since', minute(shown.queuedAt))}${shown.place ? ` · ${counted('ticket.desks', shown.place.desks, number(shown.place.desks))}` : ''}</p>
    <div class="ticket-range">${shown.range ? range() : html`<p>${t(shown.why && has(`ticket.why.${shown.why}`) ? `ticket.why.${shown.why}` : 'ticket.why.WAIT')}</p>`}</div>`;
}

function range() {
  const late = now() > Date.parse(shown.range.to);
  return html`<p class="muted">${t('ticket.range')}</p>
    <b>${t('ticket.between', minute(shown.range.from), endOf(shown.range.to))}</b>
    ${bar()}
    <p class="muted">${late ? t('ticket.range.late') : t('ticket.range.note', minute(shown.range.toldAt))}</p>`;
}

/** From the beginning of the wait to a little after the range; where we are now. */
function bar() {
  const start = Date.parse(shown.queuedAt);
  const from = Date.parse(shown.range.from);
  const to = Date.parse(shown.range.to);
  const end = Math.max(to, now()) + Math.max(60_000, (to - start) * 0.08);
  const x = (ms) => Math.round(Math.min(1, Math.max(0, (ms - start) / (end - start))) * 3960) / 10 + 2;
  return html`<svg viewBox="0 0 400 30" role="img" aria-label=${t('ticket.bar', minute(shown.range.from), endOf(shown.range.to))}>
    ${svg`<rect class="range-back" x="2" y="10" width="396" height="8" rx="4"></rect>
      <rect class="range-likely" x=${x(from)} y="6" width=${Math.max(3, x(to) - x(from))} height="16" rx="5"></rect>
      <rect class="range-now" x=${x(now()) - 2} y="1" width="4" height="26" rx="2"></rect>`}</svg>`;
}

// ---- an appeal

const receipt = () => html`
  <div class="ticket-head">
    <p class="muted">${name(shown.officeName)} · ${t('ticket.receipt')}</p>
    <p class="ticket-number receipt-number">${shown.number ?? t('ticket.receipt.unnumbered')}</p>
  </div>
  <section class="ticket-state" data-state=${shown.state}>
    <h1>${t(`ticket.appeal.${shown.state}`)}</h1>
    ${shown.pausedAt ? html`<p>${t('ticket.receipt.paused', day(shown.pausedAt, shown.timeZone))}</p>` : nothing}
    ${shown.due && !shown.endedAt ? html`<p class="muted">${t('ticket.receipt.due')}</p><p class="big">${day(shown.due, shown.timeZone)}</p>` : nothing}
  </section>
  <section class="panel" aria-label=${t('ticket.receipt')}>
    <dl class="values">
      <div><dt>${t('ticket.receipt.received')}</dt><dd>${moment(shown.receivedAt, shown.timeZone)}</dd></div>
      ${shown.dayZero ? html`<div><dt>${t('ticket.receipt.day-zero')}</dt><dd>${day(`${shown.dayZero}T12:00:00Z`, 'UTC')}</dd></div>` : nothing}
      ${shown.due && shown.endedAt ? html`<div><dt>${t('ticket.receipt.due')}</dt><dd>${day(shown.due, shown.timeZone)}</dd></div>` : nothing}
      ${shown.endedAt ? html`<div><dt>${t('ticket.receipt.ended')}</dt><dd>${moment(shown.endedAt, shown.timeZone)}</dd></div>` : nothing}
    </dl>
    <p><a href=${shown.proof.link}>${t('ticket.receipt.proof')}</a></p>
  </section>`;

// ---- nothing

function unknown() {
  place('feed').hidden = true;
  draw(html`<section class="empty"><h1>${t('ticket.unknown')}</h1><p>${t('ticket.unknown.text')}</p><a class="button" href="/ticket">${t('ticket.find')}</a></section>`);
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  // Nobody looked, so nothing was asked; it is old only if the answer fails to come now.
  lastGood = Math.max(lastGood, Date.now() - pace());
  look();
});
addEventListener('online', look);
addEventListener('rated', () => shown && show());
setInterval(() => {
  watch();
  if (Date.now() - lastAsked >= pace()) look();
}, 500);
look();
