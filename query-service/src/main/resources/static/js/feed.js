/**
 * The one event stream of a page. Events: snapshot, delta, beat (each with the parsed message as `detail`) and `state` with
 * connecting, live, lost or refused.
 *
 * The server beats every 2 s. Silence of 4.5 s means lost, whatever the socket believes: a half-open connection looks alive for hours.
 * A lost stream is closed and opened anew until it is back; each new stream begins with a snapshot, so nothing has to be caught up.
 * A thousand boards lose their streams at the same moment when the service restarts. They come back one after the other, and whoever had to wait
 * in vain comes later and waits longer: a stream that is given up has cost its snapshot all the same.
 */
import { ask } from 'app/ask';
import { heard } from 'app/clock';

const SILENCE_MS = 4500;
/** A session that ended is looked for again: somebody may sign in in another tab. */
const SIGNED_OUT_MS = 20_000;
/** On average; each draws its own between half of it and half as much again. */
const RETRY_MS = [1000, 2000, 4000, 8000];

export class Feed extends EventTarget {
  #url;
  #source = null;
  #lastHeard = 0;
  /** When the stream was asked for. */
  #asked = 0;
  /** Tries in a row of which nothing was heard. */
  #retry = 0;
  #timer = 0;
  state = 'connecting';

  constructor(url) {
    super();
    this.#url = url;
  }

  open() {
    setInterval(() => this.#watch(), 500);
    addEventListener('online', () => this.#connect());
    addEventListener('pagehide', () => this.#source?.close());
    addEventListener('pageshow', (event) => event.persisted && this.#begin());
    this.#begin();
  }

  #begin() {
    this.#lastHeard = Date.now();
    this.#connect();
  }

  #connect() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#source?.close();
    this.#asked = Date.now();
    const source = new EventSource(this.#url);
    this.#source = source;
    for (const kind of ['snapshot', 'delta', 'beat']) {
      source.addEventListener(kind, (event) => {
        if (source === this.#source) this.#take(kind, event);
      });
    }
    source.addEventListener('error', () => {
      if (source !== this.#source) return;
      if (source.readyState === EventSource.CLOSED) this.#refused();
      else this.#again();
    });
  }

  #take(kind, event) {
    this.#lastHeard = Date.now();
    this.#retry = 0;
    const message = JSON.parse(event.data);
    if (message.at) heard(message.at);
    this.#enter('live');
    this.dispatchEvent(new CustomEvent(kind, { detail: message }));
  }

  #watch() {
    const waited = Date.now() - Math.max(this.#asked, this.#lastHeard);
    if (this.state === 'refused') {
      if (waited >= SIGNED_OUT_MS) this.#connect();
      return;
    }
    if (Date.now() - this.#lastHeard >= SILENCE_MS) this.#enter('lost');
    if (this.#timer === 0 && waited >= SILENCE_MS * 2 ** Math.min(this.#retry, 3)) this.#again();
  }

  #again() {
    this.#source?.close();
    clearTimeout(this.#timer);
    const wait = RETRY_MS[Math.min(this.#retry++, RETRY_MS.length - 1)];
    this.#timer = setTimeout(() => this.#connect(), wait * (0.5 + Math.random()));
  }

  /** The server answered, but not with a stream. Whether the session has ended is asked once; all else is tried again. */
  async #refused() {
    const answer = await ask(this.#url.replace(/\/stream(?=\?|$)/, ''));
    if (answer.status === 401 || answer.status === 403) {
      this.#enter('refused');
      return;
    }
    this.#enter('lost');
    this.#again();
  }

  #enter(state) {
    if (state === this.state) return;
    this.state = state;
    this.dispatchEvent(new CustomEvent('state', { detail: state }));
  }
}
