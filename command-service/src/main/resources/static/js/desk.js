/**
 * The desk: a clerk's whole day, with the keyboard. The floor is asked for every two seconds; what the clerk does goes through the outbox and is shown at once, as
 * if it had been recorded, until the floor shows it or the service says no.
 */
import { heard, now } from 'app/clock';
import { appeal, correct, endDay, help, isOpen, receipt, transfer } from 'app/desk-dialogs';
import { atDesk, last, mayCall, overlaid, possible, waiting } from 'app/desk-floor';
import { keep, kept } from 'app/desk-kept';
import { DeskOutbox, FormToken } from 'app/desk-outbox';
import { print, receiptSlip, ticketSlip } from 'app/desk-slip';
import { gone, KEYS, open as openView, outbox as outboxView, queue, refusal, seat, serviceName, serving, ticketOf, tickets } from 'app/desk-view';
import { el, say } from 'app/dom';
import { clock, number, position } from 'app/format';
import { newId } from 'app/id';
import { counted, locale, name, t } from 'app/text';
import { newTicket } from 'app/ticket-code';
import { html, nothing, render } from 'lit-html';

const POLL_MS = 2000;
const PATIENCE_MS = 8000;
/** What cannot be taken back by the next key is asked for twice. */
const TWICE = ['no-show', 'abandon', 'close'];
const ARMED_MS = 4000;

const main = document.getElementById('main');
/** Of a page that was opened without a connection: what the last one knew. */
const earlier = main.dataset.staff ? null : kept();
const staff = main.dataset.staff || earlier?.staff || '';
const place = (id) => document.getElementById(id);
const outbox = new DeskOutbox(staff, new FormToken(staff));
const remembered = `dovira-desk-place/${staff}`;
const lettersOff = `dovira-desk-letters-off/${staff}`;
let office = earlier?.floor.office ?? '';
let desk = earlier?.desk ?? '';
let told = earlier?.floor ?? null;
let floor = null;
let reach = earlier ? 'lost' : 'connecting';
let lastHeard = told?.at ?? null;
let selected = null;
let armed = null;
let armedTimer = 0;
let choosing = false;
let issued = null;
/** The refusal that is told at the top; it is among what is on its way, too. */
let problem = null;
let letters = stored(lettersOff) !== 'yes';
let polling = 0;
let round = 0;

function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Not allowed: then it is chosen again the next time.
  }
}

// ---------------------------------------------------------------- where

async function ask(path) {
  const answer = await fetch(path, { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
  if (answer?.ok) return answer.json();
  reach = answer?.status === 401 ? 'refused' : 'lost';
  return null;
}

async function loadOffices() {
  const offices = await ask('/api/v1/offices');
  if (!offices) {
    showReach();
    return setTimeout(loadOffices, POLL_MS);
  }
  // Kept for nobody, and nothing is known of whom it was for: the whole page knows.
  if (!staff) return location.reload();
  reach = 'live';
  showReach();
  const options = offices.map((one) => [one.office, name(one.name, one.office)]).sort((a, b) => a[1].localeCompare(b[1], locale));
  const choose = place('office').firstElementChild;
  place('office').replaceChildren(choose, ...options.map(([id, label]) => el('option', { value: id }, label)));
  const asked = new URLSearchParams(location.search);
  const [officeBefore, deskBefore] = (stored(remembered) ?? '').split('/');
  const known = (id) => options.some(([one]) => one === id);
  office = [asked.get('office'), officeBefore, options.length === 1 ? options[0][0] : ''].find((id) => id && known(id)) ?? '';
  desk = asked.get('desk') ?? (office === officeBefore ? deskBefore : '') ?? '';
  place('office').value = office;
  if (office) store(remembered, `${office}/${desk}`);
  if (options.length === 0) say(place('nothing'), t('desk.offices.none'));
  else if (!office) say(place('nothing'), t('desk.choose'));
  place('nothing').classList.toggle('is-loading', Boolean(office));
  return poll();
}

/** Letters belong to the desk again as soon as it is chosen: in a list they would choose another one. */
for (const list of document.querySelectorAll('#place select')) {
  let byMouse = false;
  list.addEventListener('mousedown', () => { byMouse = true; });
  list.addEventListener('change', () => {
    if (byMouse) main.focus({ preventScroll: true });
    byMouse = false;
  });
  list.addEventListener('keydown', (event) => {
    byMouse = false;
    if (event.key === 'Enter' || event.key === 'Escape') main.focus({ preventScroll: true });
  });
}

place('office').addEventListener('change', (event) => {
  office = event.target.value;
  desk = '';
  told = null;
  floor = null;
  issued = null;
  moved();
});
place('desk').addEventListener('change', (event) => {
  desk = event.target.value;
  moved();
});

function sit(at) {
  desk = at;
  main.focus({ preventScroll: true });
  moved();
}
place('place').addEventListener('submit', (event) => event.preventDefault());

function moved() {
  store(remembered, `${office}/${desk}`);
  const query = new URLSearchParams(Object.entries({ office, desk }).filter(([, value]) => value));
  if (office && !told) {
    say(place('nothing'), t('desk.loading'));
    place('nothing').classList.add('is-loading');
  }
  history.replaceState(null, '', query.size > 0 ? `/desk?${query}` : '/desk');
  show();
  poll();
}

// ---------------------------------------------------------------- what is going on

async function poll() {
  clearTimeout(polling);
  round += 1;
  const mine = round;
  if (office) {
    const settled = outbox.items.reduce((most, item) => Math.max(most, item.state === 'settling' ? item.position : 0), 0);
    const answer = await ask(`/api/v1/offices/${encodeURIComponent(office)}/floor?minPosition=${settled}`);
    if (mine !== round) return;
    if (answer && answer.office === office) {
      told = answer;
      heard(answer.at);
      lastHeard = answer.at;
      reach = 'live';
      keep(told, desk, staff);
      outbox.settled(answer.position);
      if (outbox.state !== 'idle' && outbox.state !== 'sending') outbox.send();
    }
    show();
  }
  polling = setTimeout(poll, POLL_MS);
}

function show() {
  showReach();
  showOutbox();
  place('work').hidden = !told;
  place('nothing').hidden = Boolean(told);
  if (!told) return;
  floor = overlaid(told, outbox.open);
  const desks = place('desk');
  const labels = floor.desks.map((one) => [one.id, `${name(one.name, one.id)}${one.staff && one.staff !== staff ? ` (${one.staff})` : ''}`]);
  const drawn = JSON.stringify([office, labels]);
  // Not while it is open: the list would close under the hand.
  if (desks.dataset.of !== drawn && document.activeElement !== desks) {
    desks.dataset.of = drawn;
    desks.replaceChildren(desks.firstElementChild, ...labels.map(([id, label]) => el('option', { value: id }, label)));
  }
  if (!floor.desks.some((one) => one.id === desk)) desk = '';
  desks.value = desk;
  const guests = waiting(floor);
  if (!guests.some((guest) => guest.visit === selected)) selected = null;
  const acts = possible(floor, desk, staff);
  say(place('complete'), t('desk.complete', position(floor.position), clock(floor.at, floor.timeZone)));
  say(place('waiting-note'), floor.partial ? t('desk.waiting.partial') : guests.length > 0 ? counted('desk.waiting.count', guests.length, number(guests.length)) : '');
  render(seat(floor, desk, staff, acts, perform, armed), place('seat'));
  render(serving(floor, desk, staff, acts, perform, armed, sit), place('serving'));
  render(queue(floor, desk, staff, selected, { select, does: perform, armed }), place('waiting'));
  render(openView(floor, perform), place('open'));
  render(tickets(floor, issue, choosing, issued, printTicket), place('tickets'));
  render(gone(floor, correctOne), place('gone'));
}

function showReach() {
  const state = outbox.state === 'signed-out' || reach === 'refused' ? 'refused' : reach === 'lost' || outbox.state === 'lost' ? 'lost' : reach;
  const feed = place('feed');
  feed.hidden = false;
  feed.dataset.state = state === 'refused' ? 'lost' : state;
  say(place('feed-text'), t(`desk.feed.${state}`));
  const unsent = outbox.unsent.length;
  const kept = unsent > 0 ? ` ${counted('desk.lost.kept', unsent, number(unsent))}` : '';
  render(state === 'lost' ? html`<p class="banner bad" id="lost">${t('desk.lost', lastHeard ? clock(lastHeard, told?.timeZone) : '—')}${kept}</p>`
    : state === 'refused' ? html`<p class="banner bad" id="signed-out">${t('desk.signed-out')}${kept} <a href="/desk" target="_blank" rel="opener">${t('desk.sign-in')}</a></p>`
      : problem ? html`<p class="banner bad" id="problem"><span>${refusal(problem)}</span> <button type="button" class="button plain" @click=${() => seen(problem)}>${t('desk.dismiss')}</button></p>`
        : earlier && unsent === 0 ? html`<p class="banner">${t('desk.back')} <a href="/desk">${t('desk.back.load')}</a></p>` : nothing, place('banner'));
}

function showOutbox() {
  const items = outbox.items.filter((item) => item.state !== 'settling');
  // What is sent within a moment would only flicker.
  const worth = items.filter((item) => item.state !== 'sending' || outbox.unsent.length > 1 || reach === 'lost');
  place('outbox-panel').hidden = worth.length === 0;
  say(place('outbox-note'), outbox.unsent.length > 0 ? counted('desk.outbox.unsent', outbox.unsent.length, number(outbox.unsent.length)) : '');
  render(outboxView(worth, told?.timeZone, seen), place('outbox'));
}

function announce(words) {
  say(place('said'), words);
}

function seen(item) {
  if (problem === item) problem = null;
  outbox.dismiss(item);
}

// ---------------------------------------------------------------- what is done

const onVisit = (visit, what) => `/api/v1/visits/${encodeURIComponent(visit)}/${what}`;
const atOffice = (what) => `/api/v1/offices/${encodeURIComponent(office)}/desks/${encodeURIComponent(desk)}/${what}`;

/** @param more of what is added: other words for it, another desk, or when it happened if that is not now */
function give(act, path, body, guest, more = {}) {
  disarm();
  problem = null;
  outbox.add({ act, path, body, office, desk, staff, visit: guest?.visit ?? null, label: guest ? ticketOf(guest) : '', ...more }, { notBefore: guest ? last(guest).lastAt : null });
  show();
}

/** Does what a button or a key says, if it is possible now. */
function perform(act) {
  const acts = possible(floor, desk, staff);
  const serves = atDesk(floor, desk);
  if (act === 'print') return printTicket();
  if (act === 'end-day') return floor.open.length > 0 ? endDay(floor, floor.open, now(), ended) : null;
  if (act === 'abandon') {
    const guest = waiting(floor).find((one) => one.visit === selected);
    if (guest && twice(act)) give(act, onVisit(guest.visit, act), {}, guest);
    return null;
  }
  if (!acts.has(act)) return null;
  if (TWICE.includes(act) && !twice(act)) return null;
  switch (act) {
    case 'call': {
      const guests = waiting(floor).filter((one) => mayCall(one, desk, staff));
      const guest = guests.find((one) => one.visit === selected) ?? guests[0];
      selected = null;
      return give(act, onVisit(guest.visit, act), { desk, staff }, guest);
    }
    case 'transfer': return transfer(floor, serves, desk, (body) => give(act, onVisit(serves.visit, act), body, serves));
    case 'appeal': return appeal(serves, (body) => give(act, '/api/v1/appeals', { appeal: newId(), office, channel: 'IN_PERSON', visit: serves.visit, ...body }, serves));
    case 'open': return give(act, atOffice(act), { staff });
    case 'break': case 'end-break': return give(act, atOffice(act), {});
    case 'close':
      give(act, atOffice(act), {});
      // The last one to go sees what is still open.
      return floor.desks.every((one) => one.state === 'CLOSED') ? perform('end-day') : null;
    default: return give(act, onVisit(serves.visit, act), {}, serves);
  }
}

/** How a ticket that was open ended: when, if somebody says so; else the service closes it, and it enters no average. */
function ended(guest, how, at) {
  const { desk: where } = last(guest);
  if (how === 'reset') give(how, onVisit(guest.visit, 'close'), { cause: 'RESET' }, guest, { desk: where });
  else give(how, onVisit(guest.visit, how), {}, guest, { desk: where, at, quality: 'ESTIMATED' });
}

function twice(act) {
  if (armed === act) return true;
  armed = act;
  clearTimeout(armedTimer);
  armedTimer = setTimeout(() => { disarm(); show(); }, ARMED_MS);
  announce(t('desk.twice', t(`desk.act.${act}`)));
  show();
  return false;
}

function disarm() {
  clearTimeout(armedTimer);
  armed = null;
}

function select(visit) {
  selected = selected === visit ? null : visit;
  disarm();
  show();
}

async function issue(service) {
  choosing = false;
  const { code, visit } = await newTicket() ?? { code: null, visit: newId() };
  issued = { visit, code, service, ticket: '', ahead: waiting(floor).length };
  give('arrive', '/api/v1/visits', { visit, office, service, channel: 'IN_PERSON' }, { visit, ticket: '', legs: [{ lastAt: null }] }, { label: serviceName(floor, service) });
}

/** Whether it waits for a second person: then it changes nothing yet. */
const isAsked = ({ body }, one) => one.ofEventId === body.ofEvent && one.field === body.field && one.reason === body.reason;

function correctOne(visit) {
  const guest = [...floor.open, ...floor.gone].find((one) => one.visit === visit);
  if (guest) correct(told, guest, (body) => give('correct', onVisit(visit, 'correct'), body, { ...guest, legs: [{ lastAt: null }] }));
}

outbox.addEventListener('done', ({ detail: { item, answer } }) => {
  if (item.act === 'arrive' && issued?.visit === item.visit) {
    issued.ticket = answer.state.ticket;
    announce(t('desk.said.ticket', issued.ticket));
  } else if (item.act === 'appeal' && answer.state.receipt) {
    receipt(answer.state.receipt, () => print(receiptSlip(told, answer.state.receipt, answer.state.receivedAt)));
  } else if (item.act === 'correct') {
    announce(t(answer.state.proposals.some((one) => isAsked(item, one)) ? 'desk.said.proposed' : 'desk.said.corrected', item.label));
  }
  poll();
});
outbox.addEventListener('refused', ({ detail: { item } }) => {
  problem = item;
  announce(refusal(item));
  poll();
});
outbox.addEventListener('change', show);

// ---------------------------------------------------------------- paper

function printTicket() {
  if (!issued?.ticket) return;
  print(ticketSlip(told, issued, new Date(now()).toISOString()));
}

// ---------------------------------------------------------------- keys

const BY_CODE = Object.fromEntries(Object.entries(KEYS).map(([act, letter]) => [`Key${letter}`, act]));
/** Keys with two meanings: what is possible decides. */
const EITHER = { KeyH: ['hold', 'resume'], KeyO: ['open', 'close'], KeyB: ['break', 'end-break'] };

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isOpen() || event.target.closest?.('input, select, textarea')) return;
  if (event.key === '?' || (event.shiftKey && event.code === 'Slash')) return take(event, showHelp);
  if (!letters || !floor) return null;
  if (event.key === 'Escape') return take(event, () => { choosing = false; selected = null; problem = null; disarm(); show(); });
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return take(event, () => step(event.key === 'ArrowDown' ? 1 : -1));
  const digit = choosing ? /^(?:Digit|Numpad)([1-9])$/.exec(event.code) : null;
  if (digit) return take(event, () => { const service = floor.services[digit[1] - 1]; if (service) issue(service.id); });
  if (event.repeat) return null;
  const acts = EITHER[event.code];
  const act = acts ? acts.find((one) => possible(floor, desk, staff).has(one)) : BY_CODE[event.code];
  if (!act) return null;
  return take(event, () => {
    if (act === 'new') {
      choosing = !choosing;
      show();
    } else if (act === 'correct') {
      const guest = atDesk(floor, desk) ?? floor.gone.find((one) => last(one).desk === desk) ?? floor.gone[0];
      if (guest) correctOne(guest.visit);
    } else perform(act);
  });
});

function take(event, what) {
  event.preventDefault();
  what();
  return null;
}

function step(by) {
  const guests = waiting(floor);
  if (guests.length === 0) return;
  const at = guests.findIndex((guest) => guest.visit === selected);
  selected = guests[at < 0 ? (by > 0 ? 0 : guests.length - 1) : (at + by + guests.length) % guests.length].visit;
  disarm();
  show();
  document.querySelector('tr.chosen')?.scrollIntoView({ block: 'nearest' });
}

function showHelp() {
  help(letters, (on) => {
    letters = on;
    store(lettersOff, on ? 'no' : 'yes');
  });
}
place('help-button').addEventListener('click', showHelp);

addEventListener('offline', () => { reach = 'lost'; show(); });
addEventListener('online', poll);
// The clocks tick; what they stand on is told every two seconds.
setInterval(() => { if (told && !isOpen()) show(); }, 1000);
if (earlier) place('office').append(el('option', { value: office }, name(told.name, office)));
place('office').value = office;
show();
loadOffices();
// What an earlier page could not send.
outbox.send();
