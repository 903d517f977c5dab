/**
 * A drawing whose dots can be pointed at: by a pointer, or one after the other with the arrow keys. What is pointed at is marked, told in a note beside it and,
 * as the active option of a list, to who hears the page. What is drawn and told is in the classes that build on it.
 */
import { el } from 'app/dom';
import { Tip } from 'app/tip';

export class Plot {
  /** Of what is drawn, in the order in which the keys go: {x, y, element, ...}. */
  dots = [];
  #active = null;
  #tip = new Tip();
  #shown = '';

  constructor(place, label) {
    this.place = place;
    this.drawing = el('div', { class: 'plot', role: 'listbox', tabindex: 0, 'aria-label': label });
    this.legend = el('ul', { class: 'legend' });
    place.replaceChildren(this.legend, el('div', { class: 'plot-frame' }, this.drawing, this.#tip.element));
    new ResizeObserver(() => this.#redraw()).observe(place);
    this.drawing.addEventListener('pointermove', (event) => this.#point(this.#meant(event)));
    this.drawing.addEventListener('pointerleave', () => this.#point(null));
    this.drawing.addEventListener('click', (event) => this.#pick(this.#meant(event)));
    this.drawing.addEventListener('keydown', (event) => this.#key(event));
    this.drawing.addEventListener('focus', () => { if (!this.#active) this.#point(this.first() ?? null); });
    this.drawing.addEventListener('blur', () => this.#point(null));
  }

  /** Draws unless just that is drawn already. */
  show(...what) {
    const shown = JSON.stringify(what);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.what = what;
    this.#redraw();
  }

  /** To be drawn in this width, dots and legend included. */
  draw(width) { throw new Error(`nothing is drawn in ${width}`); }

  /** How far, in pixels, a dot is from a place; Infinity if it is not meant. */
  far(dot, x, y) { return Math.hypot(dot.x - x, dot.y - y); }

  /** [title, lines] of the note beside a dot. */
  note(dot) { return [dot.element.id, []]; }

  /** Where the keys begin. */
  first() { return this.dots[0]; }

  /** Somebody has chosen the dot. */
  pick() {}

  #redraw() {
    const width = this.place.clientWidth;
    if (!this.what || width === 0) return;
    this.#point(null);
    this.draw(width);
  }

  #meant(event) {
    const { left, top } = this.drawing.getBoundingClientRect();
    const far = (dot) => this.far(dot, event.clientX - left, event.clientY - top);
    const found = this.dots.reduce((best, dot) => (best && far(best) <= far(dot) ? best : dot), null);
    return found && far(found) < Infinity ? found : null;
  }

  #point(dot) {
    if (this.#active === dot) return;
    this.#active?.element.removeAttribute('data-active');
    this.#active = dot;
    if (!dot) {
      this.drawing.removeAttribute('aria-activedescendant');
      this.#tip.hide();
      return;
    }
    dot.element.setAttribute('data-active', '');
    this.drawing.setAttribute('aria-activedescendant', dot.element.id);
    this.#tip.show(dot.x, dot.y, this.place.clientWidth, ...this.note(dot));
  }

  #pick(dot) {
    if (dot) this.pick(dot);
  }

  #key(event) {
    const at = this.dots.indexOf(this.#active);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: this.dots.length - 1 }[event.key];
    if (to !== undefined) this.#point(this.dots[Math.min(this.dots.length - 1, Math.max(0, to))] ?? null);
    else if (event.key === 'Enter' || event.key === ' ') this.#pick(this.#active);
    else if (event.key === 'Escape') this.#point(null);
    else return;
    event.preventDefault();
  }
}
