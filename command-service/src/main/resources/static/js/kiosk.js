/**
 * The rating tablet: five faces, a word more for who wants to, thanks, and back to the beginning by itself.
 *
 * A touch is kept at once, with its time and a key of its own, and sent when the visitor is done. What cannot be sent stays here until it can; the key
 * makes a repeat harmless, so nothing is lost and nothing counts twice.
 */
import { heard, now } from 'app/clock';
import { newId } from 'app/id';

const IDLE_MS = 15_000;
const WRITING_MS = 60_000;
const BYE_MS = 4_000;
const TICK_MS = 250;
const RETRY_MS = [2_000, 5_000, 15_000, 60_000];
/** A tablet that nobody connects for days must not fill up. */
const MOST_KEPT = 500;

const body = document.body;
const office = body.dataset.office;
const STORE = `dovira-kiosk/${office}`;
const tablets = new Map([...document.querySelectorAll('[data-language]')].map((tablet) => [tablet.dataset.language, tablet]));
heard(body.dataset.now);

// ---- what is kept

function stored() {
  try {
    return JSON.parse(localStorage.getItem(STORE)) ?? [];
  } catch {
    return [];
  }
}

const kept = stored();

function keep() {
  kept.splice(0, kept.length - MOST_KEPT);
  try {
    localStorage.setItem(STORE, JSON.stringify(kept));
  } catch {
    // A browser that stores nothing keeps it as long as the page is open.
  }
}

// ---- sending

let failures = 0;
let sending = false;
let again = 0;

async function send(rating) {
  const { csat, comment, occurredAt } = rating;
  const answer = await fetch(`/kiosk/${encodeURIComponent(office)}/ratings`, {
    method: 'POST',
    credentials: 'omit',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': rating.key },
    body: JSON.stringify({ csat, ...(comment ? { comment } : {}), occurredAt, timeQuality: 'EXACT' }),
    signal: AbortSignal.timeout(8_000),
  }).catch(() => null);
  if (!answer) return null;
  if (answer.ok) heard((await answer.json()).recordedAt);
  // What the service itself refuses as it is will never be taken: too old, or the office has closed. All else is tried again.
  const refused = [400, 409, 413, 422].includes(answer.status) && (answer.headers.get('Content-Type') ?? '').includes('problem');
  return answer.ok || refused ? 0 : Math.max(1, Number(answer.headers.get('Retry-After') ?? 0) * 1000);
}

async function flush() {
  if (sending) return;
  sending = true;
  clearTimeout(again);
  let wait = 0;
  for (const rating of kept.filter((each) => each.ready)) {
    const outcome = await send(rating);
    if (outcome === null || outcome > 0) {
      wait = Math.max(outcome ?? 0, RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)]);
      break;
    }
    failures = 0;
    kept.splice(kept.indexOf(rating), 1);
    keep();
  }
  sending = false;
  showKept();
  if (wait > 0) again = setTimeout(flush, wait);
  else if (kept.some((each) => each.ready)) flush();
}

function showKept() {
  const waiting = failures === 0 ? 0 : kept.filter((each) => each.ready).length;
  for (const place of document.querySelectorAll('[data-kept]')) {
    place.hidden = waiting === 0;
    place.querySelector('[data-count]').textContent = waiting;
  }
}

// ---- screens

const start = body.dataset.spoken;
let language = start;
let rating = null;
let until = 0;
let allowed = IDLE_MS;

const shown = () => tablets.get(language);

function speak(chosen) {
  const written = shown().querySelector('textarea').value;
  language = chosen;
  for (const [tag, tablet] of tablets) tablet.hidden = tag !== chosen;
  document.documentElement.lang = chosen;
  shown().querySelector('textarea').value = written;
  written === '' ? nothingWritten() : counted();
  if (rating) sayChosen();
}

function screen(name) {
  body.dataset.screen = name;
  for (const section of document.querySelectorAll('[data-screen]')) if (section !== body) section.hidden = section.dataset.screen !== name;
  for (const tablet of tablets.values()) tablet.scrollTop = 0;
  scrollTo(0, 0);
  shown().querySelector(`[data-screen="${name}"] h1`).focus({ preventScroll: true });
}

function stay(ms) {
  allowed = ms;
  until = Date.now() + ms;
}

function choose(csat) {
  if (rating) {
    rating.csat = csat;
  } else {
    rating = { key: newId(), csat, occurredAt: new Date(now()).toISOString(), ready: false };
    kept.push(rating);
  }
  keep();
  sayChosen();
  screen('more');
  stay(IDLE_MS);
}

function sayChosen() {
  const button = shown().querySelector(`[data-csat="${rating.csat}"]`);
  shown().querySelector('[data-chosen]').replaceChildren(button.querySelector('svg').cloneNode(true), button.querySelector('span').textContent);
}

function done(comment) {
  if (!rating) {
    backToTheStart();
    return;
  }
  const text = comment.trim();
  if (text !== '') rating.comment = text;
  rating.ready = true;
  rating = null;
  keep();
  flush();
  screen('bye');
  stay(BYE_MS);
}

function backToTheStart() {
  until = 0;
  nothingWritten();
  speak(start);
  screen('faces');
}

function nothingWritten() {
  for (const area of document.querySelectorAll('textarea')) area.value = '';
  counted();
}

function counted() {
  for (const tablet of tablets.values()) {
    const area = tablet.querySelector('textarea');
    tablet.querySelector('[data-left]').textContent = area.maxLength - area.value.length;
    tablet.querySelector('[data-send]').disabled = area.value.trim() === '';
  }
}

setInterval(() => {
  if (until === 0) return;
  const left = until - Date.now();
  for (const bar of document.querySelectorAll('.kiosk-time')) bar.value = Math.max(0, (left / allowed) * 100);
  if (left > 0) return;
  if (rating) done(shown().querySelector('textarea').value);
  else backToTheStart();
}, TICK_MS);

for (const button of document.querySelectorAll('[data-speak]')) {
  button.addEventListener('click', () => {
    const at = body.dataset.screen;
    speak(button.dataset.speak);
    shown().querySelector(`[data-speak="${button.dataset.speak}"]`).focus();
    // Whoever chose a language and left must not leave it to the next.
    stay(at === 'bye' ? BYE_MS : at === 'more' ? IDLE_MS : 2 * IDLE_MS);
  });
}
for (const button of document.querySelectorAll('[data-csat]')) button.addEventListener('click', () => choose(Number(button.dataset.csat)));
for (const button of document.querySelectorAll('[data-skip]')) button.addEventListener('click', () => done(''));
for (const button of document.querySelectorAll('[data-change]')) {
  button.addEventListener('click', () => {
    screen('faces');
    stay(IDLE_MS);
  });
}
for (const form of document.querySelectorAll('[data-more]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    done(form.elements.comment.value);
  });
  form.elements.comment.addEventListener('input', () => {
    counted();
    stay(WRITING_MS);
  });
}
addEventListener('online', () => {
  failures = 0;
  flush();
});
// Whoever turns off the tablet, or leaves the page, has chosen all the same.
addEventListener('pagehide', () => {
  if (rating) {
    rating.ready = true;
    rating = null;
    keep();
  }
});

for (const left of kept) left.ready = true;
screen('faces');
counted();
flush();
