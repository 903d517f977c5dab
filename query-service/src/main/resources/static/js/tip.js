/** A note beside what is pointed at in a drawing. Read out by what points, so it is hidden from readers itself. */
import { el } from 'app/dom';

const GAP = 14;

export class Tip {
  constructor() {
    this.element = el('div', { class: 'tip', 'aria-hidden': 'true', hidden: true });
  }

  /** width: of the drawing, in which the note shall stay. */
  show(x, y, width, title, lines) {
    this.element.replaceChildren(el('b', {}, title), ...lines.map((line) => el('span', {}, line)));
    this.element.hidden = false;
    const left = x + GAP + this.element.offsetWidth > width ? Math.max(0, x - GAP - this.element.offsetWidth) : x + GAP;
    this.element.style.transform = `translate(${left}px, ${Math.max(0, y - this.element.offsetHeight / 2)}px)`;
  }

  hide() {
    this.element.hidden = true;
  }
}
