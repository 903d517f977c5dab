/**
 * What a clerk did, on its way to the log. Each command is kept in this browser until the service has answered it, in the order in which it was given, with the moment at
 * which it was given; so a lost connection costs nobody their turn. A key makes a repeat harmless: if only the answer was lost, the service answers as the first time.
 *
 *   waiting --> sending --> done        forgotten, as soon as the floor shows it; kept as "late" if it took longer than LATE_MS
 *                  |------> refused     kept until the clerk has seen it
 *                  '------> waiting     no answer: again in a while, and everything behind it waits too
 *
 * Events: change, done (item, answer), refused (item). State: idle, sending, lost, signed-out.
 *
 * Each is stored under a key of its own, so that two tabs of one clerk do not overwrite each other; what both send is recorded once.
 */
import { now } from 'app/clock';
import { newId } from 'app/id';

const LATE_MS = 10_000;
const TIMEOUT_MS = 15_000;
const RETRY_MS = 3000;
/** The service may fail at a command for ever: then those behind it must not wait for it for ever. */
const FAILURES = 4;
const MOST_LATE = 20;

export class Outbox extends EventTarget {
  #prefix;
  #token;
  #busy = false;
  #timer = 0;
  items;
  state = 'idle';

  /** @param staff whose commands they are: the next clerk at this machine must not send them as their own */
  constructor(staff, token) {
    super();
    this.#prefix = `dovira-desk/${staff}/`;
    this.#token = token;
    // What was on its way when the page was closed is sent again, under the same key.
    this.items = this.#stored();
    addEventListener('online', () => this.send());
    addEventListener('focus', () => this.send());
  }

  /** Those that the floor does not show yet. */
  get open() {
    return this.items.filter((item) => item.state === 'waiting' || item.state === 'sending' || item.state === 'settling');
  }

  get unsent() {
    return this.items.filter((item) => item.state === 'waiting' || item.state === 'sending');
  }

  /** Takes a command: {act, path, body, shown}, with what the page needs to show it. */
  add(command, notBefore) {
    const last = this.items.reduce((latest, item) => Math.max(latest, Date.parse(item.at)), 0);
    // Never before what it follows, on the floor or here: the clock that is guessed from answers may lag by some milliseconds.
    const at = new Date(Math.max(now(), last, notBefore ? Date.parse(notBefore) : 0)).toISOString();
    const item = { ...command, key: newId(), at, state: 'waiting', failures: 0 };
    this.items.push(item);
    this.#store(item);
    this.#changed();
    return this.send();
  }

  /** Shown up to here: what is done by then is on the floor itself. */
  settled(position) {
    const before = this.items.length;
    this.items = this.items.filter((item) => item.state !== 'settling' || item.position > position);
    if (this.items.length !== before) this.#changed();
  }

  /** Forgets what the clerk has seen. */
  dismiss(...seen) {
    for (const item of seen) this.#forget(item);
    this.items = this.items.filter((item) => !seen.includes(item));
    this.#changed();
  }

  /** Sends what waits, in order, until something gets no answer. */
  async send() {
    if (this.#busy) return;
    this.#busy = true;
    clearTimeout(this.#timer);
    try {
      for (let item = this.#next(); item; item = this.#next()) {
        item.state = 'sending';
        this.#enter('sending');
        const stopped = await this.#post(item);
        this.#changed();
        if (stopped) {
          this.#enter(stopped);
          this.#timer = setTimeout(() => this.send(), RETRY_MS);
          return;
        }
      }
      this.#enter('idle');
    } finally {
      this.#busy = false;
    }
  }

  #next() {
    return this.items.find((item) => item.state === 'waiting');
  }

  /** Why nothing more can be sent now; null if the item is settled. */
  async #post(item) {
    const answer = await this.#fetch(item).catch(() => null);
    if (!answer) return this.#again(item, 'lost');
    const body = await answer.json().catch(() => ({}));
    if (answer.ok) {
      item.position = body.position;
      item.sentAt = new Date(now()).toISOString();
      const late = Date.parse(item.sentAt) - Date.parse(item.at) > LATE_MS;
      item.state = 'settling';
      this.#forget(item);
      this.dispatchEvent(new CustomEvent('done', { detail: { item, answer: body } }));
      if (late) this.#keepLate(item);
      return null;
    }
    if (answer.status === 401 || (answer.status === 403 && body.type?.endsWith(':form-expired'))) {
      return this.#again(item, (await this.#token.renew()) ? 'lost' : 'signed-out');
    }
    if ([408, 429, 502, 503, 504].includes(answer.status)) return this.#again(item, 'lost');
    const perhapsLater = answer.status === 500 || body.type?.endsWith(':concurrent-change');
    if (perhapsLater && (item.failures += 1) < FAILURES) return this.#again(item, 'lost');
    item.state = 'refused';
    item.problem = { type: body.type ?? '', title: body.title ?? '', detail: body.detail ?? '', status: answer.status };
    this.#store(item);
    this.dispatchEvent(new CustomEvent('refused', { detail: { item } }));
    return null;
  }

  #again(item, why) {
    item.state = 'waiting';
    return why;
  }

  #keepLate(item) {
    const late = this.items.filter((one) => one.state === 'late');
    if (late.length >= MOST_LATE) this.dismiss(late[0]);
    const kept = { ...item, key: `${item.key}-late`, state: 'late' };
    this.items.push(kept);
    this.#store(kept);
  }

  #fetch(item) {
    return fetch(item.path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'Idempotency-Key': item.key, ...this.#token.header() },
      body: JSON.stringify({ ...item.body, occurredAt: item.at, timeQuality: 'EXACT' }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }

  #enter(state) {
    if (state === this.state) return;
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }

  #store(item) {
    try {
      localStorage.setItem(this.#prefix + item.key, JSON.stringify(item));
    } catch {
      // No room, or none allowed: then what waits lives as long as the page. Better than not to work.
    }
  }

  #forget(item) {
    try {
      localStorage.removeItem(this.#prefix + item.key);
    } catch {
      // As above.
    }
  }

  #stored() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(this.#prefix)).map((key) => JSON.parse(localStorage.getItem(key)))
        .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    } catch {
      return [];
    }
  }
}

/** The form token that a request with a session carries. A new session, after a sign-in in another tab, has another one. */
export class FormToken {
  #value = document.querySelector('input[name=_csrf]')?.value ?? '';

  header() {
    return { 'X-CSRF-TOKEN': this.#value };
  }

  /** Whether somebody is signed in, and the token of now is known. */
  async renew() {
    const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' }, redirect: 'manual' }).catch(() => null);
    if (!answer?.ok) return false;
    const found = /name="_csrf" value="([^"]+)"/.exec(await answer.text());
    if (found) [, this.#value] = found;
    return true;
  }
}
