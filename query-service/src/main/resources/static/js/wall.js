/**
 * The board on a wall: the whole screen, large type, no scrolling. The offices that need somebody come first, and pages of them take turns;
 * what does not fit into a round is said. The address holds it, so a screen can be set up with a link.
 */
import { el, say } from 'app/dom';
import { number } from 'app/format';
import { t } from 'app/text';

/** Seconds for which a page of tiles stays, if the address says nothing else. */
const TURN_S = 12;
const FASTEST_S = 3;
/** A round of them takes a minute and a half; who waits longer for a tile walks to a desk. */
const MOST_PAGES = 8;
const HAND_MS = 4000;

export class Wall {
  #grid;
  #note;
  #turned;
  #page = 0;
  #pages = 1;
  #next = 0;
  #turn = TURN_S * 1000;
  #awake = null;
  #hand = 0;
  #timer = 0;

  /** turned: called when another page of tiles is due. */
  constructor(grid, turned) {
    this.#grid = grid;
    this.#turned = turned;
    this.#note = el('p', { class: 'wall-note' });
    grid.after(this.#note);
    addEventListener('resize', () => this.isOn && turned());
    document.addEventListener('fullscreenchange', () => {
      if (!document.fullscreenElement && this.isOn) document.dispatchEvent(new Event('wall-left'));
    });
    document.addEventListener('visibilitychange', () => this.#stayAwake());
    for (const kind of ['pointermove', 'keydown', 'focusin']) addEventListener(kind, () => this.#touched(), { passive: true });
  }

  get isOn() {
    return document.body.classList.contains('is-wall');
  }

  /** seconds: for which a page of tiles stays, as text; whole: ask for the whole screen too, which a hand may do and an address may not. */
  show(on, seconds, whole) {
    document.body.classList.toggle('is-wall', on);
    this.#turn = Math.max(FASTEST_S, Number.parseInt(seconds, 10) || TURN_S) * 1000;
    this.#page = 0;
    this.#next = performance.now() + this.#turn;
    if (on && whole) document.documentElement.requestFullscreen?.().catch(() => {});
    if (!on && document.fullscreenElement) document.exitFullscreen();
    this.#stayAwake();
  }

  /** The part of the tiles whose turn it is. */
  part(tiles) {
    if (!this.isOn) return tiles;
    const room = this.#room();
    this.#pages = Math.max(1, Math.min(MOST_PAGES, Math.ceil(tiles.length / room)));
    this.#page %= this.#pages;
    const from = this.#page * room;
    const part = tiles.slice(from, from + room);
    say(this.#note, part.length === tiles.length ? '' : t('wall.part', number(from + 1), number(from + part.length), number(tiles.length)));
    return part;
  }

  /** Once a second: whether the page turns. Somebody who points at a tile is not interrupted. */
  tick() {
    const moment = performance.now();
    if (!this.isOn || moment < this.#next || moment - this.#hand < HAND_MS) return;
    this.#next = moment + this.#turn;
    if (this.#pages === 1) return;
    this.#page = (this.#page + 1) % this.#pages;
    this.#turned();
  }

  /** How many tiles there is room for, by what the style sheet says of the grid. */
  #room() {
    const { gridTemplateColumns, gridAutoRows, rowGap } = getComputedStyle(this.#grid);
    const columns = gridTemplateColumns.split(' ').length;
    const gap = Number.parseFloat(rowGap) || 0;
    const row = Number.parseFloat(gridAutoRows) + gap;
    return Math.max(1, columns * Math.max(1, Math.floor((this.#grid.clientHeight + gap) / row)));
  }

  #touched() {
    if (!this.isOn) return;
    this.#hand = performance.now();
    document.body.classList.add('is-touched');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => document.body.classList.remove('is-touched'), HAND_MS);
  }

  /** A wall that goes dark shows nothing. The lock is given back when the page is hidden, so it is asked for again. */
  async #stayAwake() {
    if (this.isOn && document.visibilityState === 'visible') this.#awake ??= await navigator.wakeLock?.request('screen').catch(() => null) ?? null;
    else {
      this.#awake?.release();
      this.#awake = null;
    }
  }
}
