/** Offices by the number of entries they rest on and their share, between the limits that chance explains. */
import { el, svg } from 'app/dom';
import { decimal, number } from 'app/format';
import { key, mark, round } from 'app/marks';
import { linear, ratio } from 'app/scale';
import { name, t } from 'app/text';
import { Tip } from 'app/tip';

const HEIGHT = 400;
const LEFT = 48;
const RIGHT = 14;
const TOP = 16;
const BOTTOM = 42;
const PLACES = ['BETTER', 'HIGH', 'WITHIN', 'LOW', 'WORSE'];
/** What matters lies on top. */
const DEPTH = { WITHIN: 0, HIGH: 1, LOW: 1, BETTER: 2, WORSE: 2 };
/** Farther from the pointer a dot is not meant. */
const NEAR = 28;

export class FunnelChart {
  #place;
  #answer = null;
  #shown = '';
  #chosen = null;
  #choose;
  #active = null;
  #dots = [];
  #tip;

  /** choose: called with the id of an office that is to be looked at. */
  constructor(place, choose) {
    this.#place = place;
    this.#choose = choose;
    this.drawing = el('div', { class: 'plot', role: 'listbox', tabindex: 0, 'aria-label': t('compare.funnel.label') });
    this.legend = el('ul', { class: 'legend' });
    this.#tip = new Tip();
    place.replaceChildren(this.legend, el('div', { class: 'plot-frame' }, this.drawing, this.#tip.element));
    new ResizeObserver(() => this.#draw()).observe(place);
    this.drawing.addEventListener('pointermove', (event) => this.#point(this.#nearest(event)));
    this.drawing.addEventListener('pointerleave', () => this.#point(null));
    this.drawing.addEventListener('click', (event) => this.#pick(this.#nearest(event)));
    this.drawing.addEventListener('keydown', (event) => this.#key(event));
    this.drawing.addEventListener('focus', () => { if (!this.#active) this.#point(this.#dots.find((dot) => dot.row.office === this.#chosen) ?? this.#dots[0] ?? null); });
    this.drawing.addEventListener('blur', () => this.#point(null));
  }

  /** The answer of /api/v1/compare/funnel with at least one office that is judged, and the office that is looked at. */
  show(answer, chosen) {
    const shown = JSON.stringify([answer, chosen]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#answer = answer;
    this.#chosen = chosen;
    this.#draw();
  }

  #draw() {
    const width = this.#place.clientWidth;
    if (!this.#answer || width === 0) return;
    this.#point(null);
    const { limits, offices, others, percent } = this.#answer;
    const judged = offices.filter((row) => row.place !== 'FEW');
    const shares = [...judged, ...others].map((row) => row.percent);
    const low = Math.max(0, Math.min(...shares, ...limits.map((at) => at.lower998)) - 2);
    const high = Math.min(100, Math.max(...shares, ...limits.map((at) => at.upper998)) + 2);
    const x = ratio([limits[0].n, limits.at(-1).n], [LEFT, width - RIGHT], width < 500 ? 5 : 9);
    const y = linear([low, high], [HEIGHT - BOTTOM, TOP], 6);
    const path = (value) => limits.map((at, i) => `${i === 0 ? 'M' : 'L'}${round(x.at(at.n))} ${round(y.at(value(at)))}`).join('');
    const area = (lower, upper) => `${path(upper)}${[...limits].reverse().map((at) => `L${round(x.at(at.n))} ${round(y.at(lower(at)))}`).join('')}Z`;
    this.#dots = judged.map((row) => ({ row, x: x.at(row.effectiveN), y: y.at(row.percent) })).sort((a, b) => a.x - b.x || a.y - b.y);
    const drawn = svg('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: 'none' },
      svg('path', { class: 'limits-998', d: area((at) => at.lower998, (at) => at.upper998) }),
      svg('path', { class: 'limits-95', d: area((at) => at.lower95, (at) => at.upper95) }),
      ...y.ticks.map((tick) => svg('path', { class: 'grid', d: `M${LEFT} ${round(y.at(tick))}H${width - RIGHT}` })),
      svg('path', { class: 'edge-998', d: path((at) => at.upper998) + path((at) => at.lower998) }),
      svg('path', { class: 'edge-95', d: path((at) => at.upper95) + path((at) => at.lower95) }),
      svg('path', { class: 'centre', d: `M${LEFT} ${round(y.at(percent))}H${width - RIGHT}` }),
      ...y.ticks.map((tick) => svg('text', { class: 'tick end', x: LEFT - 8, y: round(y.at(tick)) + 4 }, t('compare.percent', number(tick)))),
      ...x.ticks.map((tick) => svg('text', { class: 'tick middle', x: round(x.at(tick)), y: HEIGHT - BOTTOM + 18 }, number(tick))),
      svg('text', { class: 'tick end', x: width - RIGHT, y: HEIGHT - 6 }, t('compare.axis.n')),
      ...others.map((other) => mark(other.place === 'WITHIN' ? 'other' : other.place, x.at(other.effectiveN), y.at(other.percent), { 'data-other': '' })),
      ...[...this.#dots].sort((a, b) => DEPTH[a.row.place] - DEPTH[b.row.place]).map((dot) => this.#option(dot)),
    );
    this.drawing.replaceChildren(drawn);
    this.#legend();
    this.#ring();
  }

  #option(dot) {
    const { row } = dot;
    dot.element = svg('g', { role: 'option', id: `dot-${row.office}`, 'aria-selected': String(row.office === this.#chosen), 'aria-label': this.#words(row) }, mark(row.place, dot.x, dot.y));
    return dot.element;
  }

  #words(row) {
    return [name(row.officeName, row.office), t('compare.n', number(row.n)), t('compare.percent', decimal(row.percent)), t('compare.z', signed(row.z)), t(`compare.place.${row.place}`)].join(', ');
  }

  #legend() {
    const there = new Set([...this.#answer.offices, ...this.#answer.others].map((row) => row.place));
    const line = (kind) => svg('svg', { 'aria-hidden': 'true', viewBox: '0 0 18 10' }, svg('path', { class: kind, d: 'M0 5h18' }));
    this.legend.replaceChildren(
      ...PLACES.filter((place) => there.has(place)).map((place) => el('li', {}, key(place), t(`compare.place.${place}`))),
      ...(this.#answer.others.length > 0 ? [el('li', {}, key('other'), t('compare.unnamed'))] : []),
      el('li', {}, line('edge-95'), t('compare.limit.95')), el('li', {}, line('edge-998'), t('compare.limit.998')), el('li', {}, line('centre'), t('compare.limit.centre')),
    );
  }

  /** A ring around the office that is looked at, with its name. */
  #ring() {
    const dot = this.#dots.find((each) => each.row.office === this.#chosen);
    const drawn = this.drawing.firstElementChild;
    if (!dot) return;
    const left = dot.x > drawn.clientWidth / 2;
    drawn.append(svg('circle', { class: 'ring', cx: round(dot.x), cy: round(dot.y), r: 11 }),
      svg('text', { class: left ? 'chosen end' : 'chosen', x: round(dot.x + (left ? -15 : 15)), y: round(dot.y) + 4 }, name(dot.row.officeName, dot.row.office)));
  }

  #nearest(event) {
    const { left, top } = this.drawing.getBoundingClientRect();
    const far = (dot) => Math.hypot(dot.x - (event.clientX - left), dot.y - (event.clientY - top));
    const found = this.#dots.reduce((best, dot) => (best && far(best) <= far(dot) ? best : dot), null);
    return found && far(found) < NEAR ? found : null;
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
    const { row } = dot;
    dot.element.setAttribute('data-active', '');
    this.drawing.setAttribute('aria-activedescendant', dot.element.id);
    this.#tip.show(dot.x, dot.y, this.#place.clientWidth, name(row.officeName, row.office), [
      t(`compare.place.${row.place}`), t('compare.tip.share', decimal(row.percent), number(row.n)),
      t('compare.tip.expected', number(row.observed), number(Math.round(row.expected))), t('compare.z', signed(row.z)),
    ]);
  }

  #pick(dot) {
    if (dot) this.#choose(dot.row.office);
  }

  #key(event) {
    const at = this.#dots.indexOf(this.#active);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: this.#dots.length - 1 }[event.key];
    if (to !== undefined) this.#point(this.#dots[Math.min(this.#dots.length - 1, Math.max(0, to))] ?? null);
    else if (event.key === 'Enter' || event.key === ' ') this.#pick(this.#active);
    else if (event.key === 'Escape') this.#point(null);
    else return;
    event.preventDefault();
  }
}

export const signed = (value) => (value > 0 ? `+${decimal(value)}` : decimal(value).replace('-', '−'));
