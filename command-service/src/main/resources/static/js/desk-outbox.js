/**
 * The commands of a clerk, on their way to the log. Two states more than others have: what is recorded is "settling" until the floor shows it, and is kept as "late" if
 * it took longer than LATE_MS; what is refused is kept until the clerk has seen it.
 */
import { now } from 'app/clock';
import { LOST, Outbox, REFUSED } from 'app/outbox';

const LATE_MS = 10_000;
const TIMEOUT_MS = 15_000;
const PAUSES_MS = [3000];
/** The service may fail at a command for ever: then those behind it must not wait for it for ever. */
const FAILURES = 4;
const MOST_LATE = 20;
/** Somebody stands between us and the service, or it asks for time. */
const LATER = [408, 429, 502, 503, 504];

export class DeskOutbox extends Outbox {
  /** @param staff whose commands they are: the next clerk at this machine must not send them as their own */
  constructor(staff, token) {
    super({
      prefix: `dovira-desk/${staff}/`,
      pauses: PAUSES_MS,
      post: (item) => fetch(item.path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'Idempotency-Key': item.key, ...token.header() },
        body: JSON.stringify({ ...item.body, occurredAt: item.at, timeQuality: item.quality ?? (item.estimated ? 'ESTIMATED' : 'EXACT') }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }),
      verdict: (item, answer, problem) => verdict(item, answer, problem, token),
    });
  }

  /** Those that the floor does not show yet. */
  get open() {
    return this.items.filter((item) => item.state === 'waiting' || item.state === 'sending' || item.state === 'settling');
  }

  /** Shown up to here: what is done by then is on the floor itself. */
  settled(position) {
    const before = this.items.length;
    this.items = this.items.filter((item) => item.state !== 'settling' || item.position > position);
    if (this.items.length !== before) this.changed();
  }

  /** Forgets what the clerk has seen. */
  dismiss(...seen) {
    this.drop(...seen);
    this.changed();
  }

  taken(item, answer) {
    item.position = answer.position;
    item.sentAt = new Date(now()).toISOString();
    item.state = 'settling';
    this.forget(item);
    this.dispatchEvent(new CustomEvent('done', { detail: { item, answer } }));
    // What somebody tells of an earlier time is not late by the connection.
    if (!item.quality && Date.parse(item.sentAt) - Date.parse(item.at) > LATE_MS) this.#keepLate(item);
  }

  refused(item, problem) {
    item.state = 'refused';
    item.problem = problem;
    this.store(item);
    this.dispatchEvent(new CustomEvent('refused', { detail: { item } }));
  }

  #keepLate(item) {
    const late = this.items.filter((one) => one.state === 'late');
    if (late.length >= MOST_LATE) this.dismiss(late[0]);
    const kept = { ...item, key: `${item.key}-late`, state: 'late' };
    this.items.push(kept);
    this.store(kept);
  }
}

async function verdict(item, answer, problem, token) {
  if (answer.status === 401 || (answer.status === 403 && problem.type?.endsWith(':form-expired'))) return (await token.renew()) ? LOST : 'signed-out';
  if (LATER.includes(answer.status)) return LOST;
  const perhapsLater = answer.status === 500 || problem.type?.endsWith(':concurrent-change');
  item.failures = (item.failures ?? 0) + (perhapsLater ? 1 : 0);
  return perhapsLater && item.failures < FAILURES ? LOST : REFUSED;
}

const AS_MARKUP = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The form token that a request with a session carries. A new session, after a sign-in in another tab, has another one. */
export class FormToken {
  #staff;
  #value = document.querySelector('input[name=_csrf]')?.value ?? '';

  /** @param staff for whom requests are made: somebody else's session must not send them */
  constructor(staff) {
    this.#staff = `data-staff="${staff.replace(/[&<>"']/g, (sign) => AS_MARKUP[sign])}"`;
  }

  header() {
    return { 'X-CSRF-TOKEN': this.#value };
  }

  /** Whether the same person is signed in, and the token of now is known. */
  async renew() {
    const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' }, redirect: 'manual' }).catch(() => null);
    const page = answer?.ok ? await answer.text() : '';
    const found = /name="_csrf" value="([^"]+)"/.exec(page);
    if (!found || !page.includes(this.#staff)) return false;
    [, this.#value] = found;
    return true;
  }
}
