/** Offices by the number of entries they rest on and their share, between the limits that chance explains. */
import { el, svg } from 'app/dom';
import { decimal, number } from 'app/format';
import { key, mark, round } from 'app/marks';
import { Plot } from 'app/plot';
import { linear, ratio } from 'app/scale';
import { name, t } from 'app/text';

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

export class FunnelChart extends Plot {
  #choose;

  /** choose: called with the id of an office that is to be looked at. */
  constructor(place, choose) {
    super(place, t('compare.funnel.label'));
    this.#choose = choose;
  }

  /** The answer of /api/v1/compare/funnel with at least one office that is judged, and the office that is looked at. */
  show(answer, chosen) {
    super.show(answer, chosen);
  }

  get #answer() { return this.what[0]; }
  get #chosen() { return this.what[1]; }

  first() { return this.dots.find((dot) => dot.row.office === this.#chosen) ?? this.dots[0]; }
  pick(dot) { this.#choose(dot.row.office); }

  far(dot, x, y) {
    const away = super.far(dot, x, y);
    return away < NEAR ? away : Infinity;
  }

  note({ row }) {
    return [name(row.officeName, row.office), [
      t(`compare.place.${row.place}`), t('compare.tip.share', decimal(row.percent), number(row.n)),
      t('compare.tip.expected', number(row.observed), number(Math.round(row.expected))), t('compare.z', signed(row.z)),
    ]];
  }

  draw(width) {
    const { limits, offices, others, percent } = this.#answer;
    const judged = offices.filter((row) => row.place !== 'FEW');
    const shares = [...judged, ...others].map((row) => row.percent);
    const low = Math.max(0, Math.min(...shares, ...limits.map((at) => at.lower998)) - 2);
    const high = Math.min(100, Math.max(...shares, ...limits.map((at) => at.upper998)) + 2);
    const x = ratio([limits[0].n, limits.at(-1).n], [LEFT, width - RIGHT], width < 500 ? 5 : 9);
    const y = linear([low, high], [HEIGHT - BOTTOM, TOP], 6);
    const path = (value) => limits.map((at, i) => `${i === 0 ? 'M' : 'L'}${round(x.at(at.n))} ${round(y.at(value(at)))}`).join('');
    const area = (lower, upper) => `${path(upper)}${[...limits].reverse().map((at) => `L${round(x.at(at.n))} ${round(y.at(lower(at)))}`).join('')}Z`;
    this.dots = judged.map((row) => ({ row, x: x.at(row.effectiveN), y: y.at(row.percent) })).sort((a, b) => a.x - b.x || a.y - b.y);
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
      ...[...this.dots].sort((a, b) => DEPTH[a.row.place] - DEPTH[b.row.place]).map((dot) => this.#option(dot)),
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
    const dot = this.dots.find((each) => each.row.office === this.#chosen);
    const drawn = this.drawing.firstElementChild;
    if (!dot) return;
    const left = dot.x > drawn.clientWidth / 2;
    drawn.append(svg('circle', { class: 'ring', cx: round(dot.x), cy: round(dot.y), r: 11 }),
      svg('text', { class: left ? 'chosen end' : 'chosen', x: round(dot.x + (left ? -15 : 15)), y: round(dot.y) + 4 }, name(dot.row.officeName, dot.row.office)));
  }
}

export const signed = (value) => (value > 0 ? `+${decimal(value)}` : decimal(value).replace('-', '−'));
