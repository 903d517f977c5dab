/**
 * What was done here, on its way to the service. Each item is kept in this browser until the service has answered it, with the moment at which it was done; so a lost
 * connection costs nothing but time. A key makes a repeat harmless: if only the answer was lost, the service answers as the first time.
 *
 *   held --> waiting --> sending --> taken      forgotten
 *                           |------> refused    for good: what that means is the page's to say
 *                           '------> waiting    no answer: again after a pause, and everything behind it waits too
 *
 * Events: change, done {item, answer}, refused {item}, dropped {item}. State: idle, sending, lost, or what the page says stands in the way.
 *
 * Each is stored under a key of its own, so that two tabs do not overwrite each other; what both send is recorded once.
 */
import { ahead, now } from 'app/clock';
import { newId } from 'app/id';

/** Clocks that differ by less are taken for the same. */
const CLOSE_MS = 5000;

export const REFUSED = 'refused';
export const LOST = 'lost';

export class Outbox extends EventTarget {
  #prefix;
  #post;
  #verdict;
  #pauses;
  #most;
  #busy = false;
  #timer = 0;
  #failures = 0;
  items;
  state = 'idle';

  /**
   * @param prefix of the names under which items are stored; whose items they are, too
   * @param post sends an item: a promise of the answer
   * @param verdict of (item, answer, problem), if the answer is no success: REFUSED, or the state in which everything waits
   * @param pauses before the next try, in milliseconds, one for each failure in a row
   * @param most that are kept; beyond that the oldest is dropped, which whoever set the bound hears of
   */
  constructor({ prefix, post, verdict, pauses, most = Infinity }) {
    super();
    this.#prefix = prefix;
    this.#post = post;
    this.#verdict = verdict;
    this.#pauses = pauses;
    this.#most = most;
    // What was on its way, or not quite done, when the page was closed is sent, under the same key.
    this.items = this.#stored().map((item) => (item.state === 'held' || item.state === 'sending' ? { ...item, state: 'waiting' } : item));
    addEventListener('online', () => {
      this.#failures = 0;
      this.send();
    });
    addEventListener('focus', () => this.send());
  }

  get unsent() {
    return this.items.filter((item) => item.state === 'waiting' || item.state === 'sending');
  }

  /**
   * Takes something that was done, and sends it.
   *
   * @param done with `at` if it was done earlier than now
   * @param notBefore it happened no earlier than this
   * @param held not yet: it may still change, until {@link release}
   */
  add(done, { notBefore = null, held = false } = {}) {
    this.#putRight();
    // What was refused has not happened: it may even tell of a moment that has not come.
    const last = this.items.reduce((latest, item) => (item.state === REFUSED ? latest : Math.max(latest, Date.parse(item.at))), 0);
    // Never before what it follows, on the floor or here: the clock that is guessed from answers may lag by some milliseconds.
    const at = new Date(Math.max(now(), last, notBefore ? Date.parse(notBefore) : 0)).toISOString();
    const item = { at, ...done, key: newId(), number: 1 + this.items.reduce((most, one) => Math.max(most, one.number ?? 0), 0), state: held ? 'held' : 'waiting' };
    if (!done.at && ahead() === null) item.guessed = true;
    this.items.push(item);
    const beyond = this.items.splice(0, this.items.length - this.#most);
    this.store(item);
    for (const oldest of beyond) {
      this.forget(oldest);
      this.dispatchEvent(new CustomEvent('dropped', { detail: { item: oldest } }));
    }
    this.changed();
    if (!held) this.send();
    return item;
  }

  /** It will not change any more. */
  release(item) {
    item.state = 'waiting';
    this.store(item);
    this.changed();
    this.send();
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
        const stopped = await this.#deliver(item);
        this.changed();
        if (stopped) {
          this.#enter(stopped.why);
          this.#timer = setTimeout(() => this.send(), stopped.pause);
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

  /** Moments told by this machine's clock before the service's was heard: as soon as it is, they are put right, or they might tell of what has not come yet. */
  #putRight() {
    if (ahead() === null) return;
    for (const item of this.items.filter((one) => one.guessed)) {
      delete item.guessed;
      item.at = new Date(Date.parse(item.at) - ahead()).toISOString();
      if (Math.abs(ahead()) > CLOSE_MS) item.estimated = true;
      this.store(item);
    }
  }

  /** Why nothing more can be sent now, and for how long; null if the item is settled. */
  async #deliver(item) {
    this.#putRight();
    if (item.guessed) {
      item.state = 'waiting';
      return { why: LOST, pause: this.#pauses[0] };
    }
    const answer = await this.#post(item).catch(() => null);
    const body = answer ? await answer.json().catch(() => ({})) : {};
    const verdict = answer?.ok ? null : answer ? await this.#verdict(item, answer, body) : LOST;
    if (verdict && verdict !== REFUSED) {
      item.state = 'waiting';
      const pause = this.#pauses[Math.min(this.#failures, this.#pauses.length - 1)];
      this.#failures += 1;
      return { why: verdict, pause: Math.max(pause, Number(answer?.headers.get('Retry-After') ?? 0) * 1000) };
    }
    this.#failures = 0;
    if (verdict === REFUSED) this.refused(item, { type: body.type ?? '', title: body.title ?? '', detail: body.detail ?? '', status: answer.status });
    else this.taken(item, body);
    return null;
  }

  /** The service has recorded it. */
  taken(item, answer) {
    this.drop(item);
    this.dispatchEvent(new CustomEvent('done', { detail: { item, answer } }));
  }

  /** The service will never record it. */
  refused(item) {
    this.drop(item);
    this.dispatchEvent(new CustomEvent('refused', { detail: { item } }));
  }

  drop(...items) {
    for (const item of items) this.forget(item);
    this.items = this.items.filter((item) => !items.includes(item));
  }

  #enter(state) {
    if (state === this.state) return;
    this.state = state;
    this.changed();
  }

  changed() {
    this.dispatchEvent(new Event('change'));
  }

  store(item) {
    try {
      localStorage.setItem(this.#prefix + item.key, JSON.stringify(item));
    } catch {
      // No room, or none allowed: then what waits lives as long as the page. Better than not to work.
    }
  }

  forget(item) {
    try {
      localStorage.removeItem(this.#prefix + item.key);
    } catch {
      // As above.
    }
  }

  #stored() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(this.#prefix)).map((key) => JSON.parse(localStorage.getItem(key)))
        .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.number ?? 0) - (b.number ?? 0));
    } catch {
      return [];
    }
  }
}
