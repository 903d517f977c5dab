/**
 * Says what is about to break or has broken to somebody who is looking elsewhere: offices that come close to their target or pass it, duties
 * whose legal clock runs out. Off until it is switched on; the sound apart. What was said stays in a list on the page, so that it does not
 * depend on what a browser or a system lets through.
 */
import { el, icon, mark, say } from 'app/dom';
import { clock, number } from 'app/format';
import { counted, t } from 'app/text';
import { chime } from 'app/chime';

const KEPT = 'dovira-alerts';
const MOST = 50;
/** What happens within this time is told at once: a morning in which ten offices open is one word, not ten. */
const TOGETHER_MS = 3000;

export class Alerts extends EventTarget {
  #place;
  #list = [];
  #waiting = [];
  #unseen = 0;
  #timer = 0;
  #chosen = read();

  constructor(place) {
    super();
    this.#place = place;
    this.button = place.querySelector('summary');
    this.count = this.button.appendChild(el('b', { class: 'alert-count', hidden: true }));
    this.on = place.querySelector('[name=alerts]');
    this.sound = place.querySelector('[name=sound]');
    this.note = place.querySelector('.muted');
    this.said = place.querySelector('ol');
    this.on.checked = this.#chosen.on;
    this.sound.checked = this.#chosen.sound;
    this.on.addEventListener('change', () => this.#choose());
    this.sound.addEventListener('change', () => this.#choose());
    place.addEventListener('toggle', () => this.#seen());
    addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && place.open) {
        place.open = false;
        this.button.focus();
      }
    });
    this.#show();
  }

  get isOn() {
    return this.#chosen.on;
  }

  /** level: critical or warning; text: what happened; href: where it can be seen; about: what it is about, told once however often it changes. */
  tell({ level, text, href, about }) {
    if (!this.#chosen.on) return;
    const known = this.#list.findIndex((each) => each.about === about);
    if (known >= 0) this.#list.splice(known, 1);
    const alert = { level, text, href, about, at: Date.now() };
    this.#list.unshift(alert);
    this.#list.length = Math.min(this.#list.length, MOST);
    this.#waiting = [...this.#waiting.filter((each) => each.about !== about), alert];
    if (!this.#place.open) this.#unseen++;
    this.#show();
    if (this.#timer === 0) this.#timer = setTimeout(() => this.#notify(), TOGETHER_MS);
  }

  #notify() {
    this.#timer = 0;
    const alerts = this.#waiting;
    this.#waiting = [];
    if (this.#chosen.sound) chime(alerts.some(({ level }) => level === 'critical'));
    if (!('Notification' in window) || Notification.permission !== 'granted') return;
    const [first] = alerts;
    const title = alerts.length === 1 ? first.text : counted('alerts.many', alerts.length, number(alerts.length));
    const body = alerts.length === 1 ? t('app.name') : alerts.slice(0, 5).map(({ text }) => text).join('\n');
    try {
      const shown = new Notification(title, { body, tag: alerts.length === 1 ? first.about : 'dovira', silent: true });
      shown.addEventListener('click', () => {
        window.focus();
        if (alerts.length === 1) location.assign(first.href);
        else this.#place.open = true;
        shown.close();
      });
    } catch {
      // Some telephones let only service workers notify; the list has it all the same.
    }
  }

  async #choose() {
    this.#chosen = { on: this.on.checked, sound: this.sound.checked };
    localStorage.setItem(KEPT, JSON.stringify(this.#chosen));
    if (this.#chosen.on && 'Notification' in window && Notification.permission === 'default') await Notification.requestPermission();
    // Heard once when it is switched on: now the reader knows it, and the browser has been asked by a hand.
    if (this.#chosen.sound) chime(false);
    this.dispatchEvent(new Event('chosen'));
    this.#show();
  }

  #seen() {
    if (this.#place.open) this.#unseen = 0;
    this.#show();
  }

  #show() {
    this.sound.disabled = !this.#chosen.on;
    mark(this.#place, 'data-on', String(this.#chosen.on));
    this.count.hidden = this.#unseen === 0;
    say(this.count, this.#unseen > 0 ? number(this.#unseen) : '');
    say(this.note, t(state(this.#chosen.on)));
    this.said.replaceChildren(...this.#list.map(({ level, text, href, at }) => el('li', { 'data-state': level }, icon(level),
      el('a', { href }, text), el('time', { datetime: new Date(at).toISOString() }, clock(at)))));
  }
}

/** What the switch does at the moment, as a message key: a browser that blocks notifications is not worked around in silence. */
function state(on) {
  if (!on) return 'alerts.off';
  if (!('Notification' in window) || Notification.permission === 'denied') return 'alerts.here-only';
  return 'alerts.on';
}

function read() {
  try {
    const { on = false, sound = false } = JSON.parse(localStorage.getItem(KEPT)) ?? {};
    return { on, sound };
  } catch {
    return { on: false, sound: false };
  }
}
