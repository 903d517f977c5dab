/**
 * The rating tablet: five faces, whether one would recommend the office and a word more for who wants to, thanks, and back to the beginning by itself.
 *
 * A touch is kept at once, with its time, and sent when the visitor is done; also whoever turns off the tablet has chosen all the same. What cannot be sent stays in the
 * outbox until it can.
 */
import { heard } from 'app/clock';
import { LOST, Outbox, REFUSED } from 'app/outbox';

const IDLE_MS = 15_000;
const WRITING_MS = 60_000;
const BYE_MS = 4_000;
const TICK_MS = 250;
const TIMEOUT_MS = 8_000;
const RETRY_MS = [2_000, 5_000, 15_000, 60_000];
/** A tablet that nobody connects for days must not fill up. */
const MOST_KEPT = 500;
/** What the service itself refuses as it is will never be taken: too old, or the office has closed. All else is tried again. */
const NEVER = [400, 409, 413, 422];

const body = document.body;
const office = body.dataset.office;
const tablets = new Map([...document.querySelectorAll('[data-language]')].map((tablet) => [tablet.dataset.language, tablet]));
heard(body.dataset.now);

// ---- sending

const outbox = new Outbox({
  prefix: `dovira-kiosk/${office}/`,
  most: MOST_KEPT,
  pauses: RETRY_MS,
  post: ({ key, csat, nps, comment, at }) => fetch(`/kiosk/${encodeURIComponent(office)}/ratings`, {
    method: 'POST',
    credentials: 'omit',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify({ csat, nps, ...(comment ? { comment } : {}), occurredAt: at, timeQuality: 'EXACT' }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }),
  verdict: (item, answer) => (NEVER.includes(answer.status) && (answer.headers.get('Content-Type') ?? '').includes('problem') ? REFUSED : LOST),
});
outbox.addEventListener('done', ({ detail: { answer } }) => heard(answer.recordedAt));
outbox.addEventListener('change', showKept);
for (const end of ['refused', 'dropped']) outbox.addEventListener(end, ({ detail: { item } }) => gone(item));

/** What the service will never record is counted, and the tablet says so until somebody of the office opens its address with #seen. */
const GONE = `dovira-kiosk-gone/${office}`;
const NONE = { count: 0, last: '' };
let lost = NONE;
try {
  lost = JSON.parse(localStorage.getItem(GONE)) ?? NONE;
} catch {
  // No storage: then it is said as long as the page lives.
}
addEventListener('hashchange', seen);

function seen() {
  if (location.hash === '#seen') keepGone(NONE);
  else showGone();
}

function gone(item) {
  keepGone({ count: lost.count + 1, last: item.at });
}

function keepGone(all) {
  lost = all;
  try {
    if (all.count === 0) localStorage.removeItem(GONE);
    else localStorage.setItem(GONE, JSON.stringify(all));
  } catch {
    // As above.
  }
  showGone();
}

function showGone() {
  for (const place of document.querySelectorAll('[data-gone]')) {
    place.hidden = lost.count === 0;
    place.querySelector('[data-count]').textContent = lost.count;
    place.querySelector('time').textContent = lost.last.slice(0, 10);
  }
}

function showKept() {
  const waiting = outbox.unsent.length;
  // What is sent within a moment would only flicker; a try after a failure does not hide it.
  const lost = outbox.state === LOST || (outbox.state === 'sending' && !document.querySelector('[data-kept]').hidden);
  for (const place of document.querySelectorAll('[data-kept]')) {
    place.hidden = waiting === 0 || !lost;
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
    outbox.store(rating);
  } else {
    rating = outbox.add({ csat }, { held: true });
  }
  sayChosen();
  screen('recommend');
  stay(IDLE_MS);
}

/** @param nps undefined if that was passed over */
function recommend(nps) {
  rating.nps = nps;
  outbox.store(rating);
  sayChosen();
  screen('more');
  stay(IDLE_MS);
}

function sayChosen() {
  const button = shown().querySelector(`[data-csat="${rating.csat}"]`);
  for (const place of shown().querySelectorAll('[data-chosen]')) {
    place.replaceChildren(button.querySelector('svg').cloneNode(true), button.querySelector('span').textContent);
  }
  for (const score of shown().querySelectorAll('[data-nps]')) score.setAttribute('aria-pressed', Number(score.dataset.nps) === rating.nps);
}

function done(comment) {
  if (!rating) {
    backToTheStart();
    return;
  }
  const text = comment.trim();
  if (text !== '') rating.comment = text;
  outbox.release(rating);
  rating = null;
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
    stay(at === 'bye' ? BYE_MS : at === 'faces' ? 2 * IDLE_MS : IDLE_MS);
  });
}

/** Whoever touches twice meant what stood there the first time, and has not read what stands there now. */
function touched(name, act) {
  for (const button of document.querySelectorAll(`[data-${name}]`)) {
    button.addEventListener('click', (event) => {
      if (event.detail < 2) act(Number(button.dataset[name]));
    });
  }
}
touched('csat', choose);
touched('nps', recommend);
touched('pass', () => recommend(undefined));
touched('skip', () => done(''));
touched('change', () => {
  screen('faces');
  stay(IDLE_MS);
});
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
screen('faces');
counted();
seen();
// What an earlier page could not send, and what somebody chose before it was closed.
outbox.send();
