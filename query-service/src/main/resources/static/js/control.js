/** An office over time: each day or week, the limits of what it does if nothing changes, and below how far it moved from one to the next. */
import { el, svg } from 'app/dom';
import { decimal, number } from 'app/format';
import { key, mark, round } from 'app/marks';
import { Plot } from 'app/plot';
import { linear } from 'app/scale';
import { locale, t } from 'app/text';

const HEIGHT = 290;
const RANGES = 110;
const LEFT = 48;
const RIGHT = 60;
const TOP = 16;
const SIGNALS = ['OUTSIDE', 'NEAR_LIMIT', 'RUN'];
/** An axis of days names no more of them than fit. */
const LABEL = 64;
const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });

export const dayName = (bucket) => dates.format(new Date(`${bucket}T00:00:00Z`));

export class ControlChart extends Plot {
  constructor(place) {
    super(place, t('compare.control.label'));
  }

  /** The answer of /api/v1/compare/control with at least one point. */
  show(answer) {
    super.show(answer);
  }

  get #answer() { return this.what[0]; }

  first() { return this.dots.at(-1); }
  note({ point }) { return [dayName(point.bucket), told(point)]; }
  /** Whoever points above a day means that day. */
  far(dot, x) { return Math.abs(dot.x - x); }

  draw(width) {
    const { points, limits } = this.#answer;
    const ends = limits ? [limits.lower, limits.upper] : [];
    const low = Math.max(0, Math.min(...points.map((point) => point.percent), ...ends) - 3);
    const high = Math.min(100, Math.max(...points.map((point) => point.percent), ...ends) + 3);
    const y = linear([low, high], [HEIGHT - 26, TOP], 5);
    const x = this.#across(points, width);
    this.dots = points.map((point, i) => ({ point, x: x(i), y: y.at(point.percent) }));
    const height = limits ? HEIGHT + RANGES : HEIGHT;
    const every = Math.max(1, Math.ceil((points.length * LABEL) / (width - LEFT - RIGHT)));
    this.drawing.replaceChildren(svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'none' },
      ...y.ticks.map((tick) => svg('path', { class: 'grid', d: `M${LEFT} ${round(y.at(tick))}H${width - RIGHT}` })),
      ...y.ticks.map((tick) => svg('text', { class: 'tick end', x: LEFT - 8, y: round(y.at(tick)) + 4 }, t('compare.percent', number(tick)))),
      ...(limits ? this.#limits(limits, y, width) : []),
      ...points.map((point, i) => (i % every === 0 ? svg('text', { class: 'tick middle', x: round(x(i)), y: HEIGHT - 6 }, dayName(point.bucket)) : '')),
      svg('path', { class: 'way', d: line(this.dots.filter((dot) => dot.point.judged === 'YES')) }),
      ...this.dots.map((dot) => this.#option(dot)),
      ...(limits ? this.#ranges(limits, x, width) : []),
    ));
    this.#legend();
  }

  #across(points, width) {
    const inner = width - LEFT - RIGHT - 16;
    return (i) => LEFT + 8 + (points.length < 2 ? inner / 2 : (i / (points.length - 1)) * inner);
  }

  #limits(limits, y, width) {
    const level = (kind, value) => [svg('path', { class: kind, d: `M${LEFT} ${round(y.at(value))}H${width - RIGHT}` }),
      svg('text', { class: 'tick', x: width - RIGHT + 6, y: round(y.at(value)) + 4 }, t('compare.percent', decimal(value)))];
    return [svg('rect', { class: 'natural', x: LEFT, y: round(y.at(limits.upper)), width: width - LEFT - RIGHT, height: round(y.at(limits.lower) - y.at(limits.upper)) }),
      ...level('edge-998', limits.upper), ...level('centre', limits.centre), ...level('edge-998', limits.lower)];
  }

  #ranges(limits, x, width) {
    const ranges = this.dots.flatMap((dot, i) => (dot.point.range === null ? [] : [{ point: dot.point, x: x(i), range: dot.point.range }]));
    const y = linear([0, Math.max(limits.rangeLimit, ...ranges.map((each) => each.range)) * 1.08], [HEIGHT + RANGES - 8, HEIGHT + 30], 2);
    const placed = ranges.map((each) => ({ ...each, y: y.at(each.range) }));
    return [
      svg('text', { class: 'tick', x: LEFT, y: HEIGHT + 18 }, t('compare.ranges')),
      ...y.ticks.map((tick) => svg('text', { class: 'tick end', x: LEFT - 8, y: round(y.at(tick)) + 4 }, number(tick))),
      svg('path', { class: 'grid', d: `M${LEFT} ${round(y.at(0))}H${width - RIGHT}` }),
      svg('path', { class: 'edge-998', d: `M${LEFT} ${round(y.at(limits.rangeLimit))}H${width - RIGHT}` }),
      svg('text', { class: 'tick', x: width - RIGHT + 6, y: round(y.at(limits.rangeLimit)) + 4 }, decimal(limits.rangeLimit)),
      svg('path', { class: 'way', d: line(placed) }),
      ...placed.map((each) => mark(each.point.signals.includes('RANGE') ? 'RANGE' : 'plain', each.x, each.y)),
    ];
  }

  #option(dot) {
    const { point } = dot;
    dot.element = svg('g', { role: 'option', id: `point-${point.bucket}`, 'aria-selected': 'false', 'aria-label': [dayName(point.bucket), ...told(point)].join(', ') }, mark(kindOf(point), dot.x, dot.y));
    return dot.element;
  }

  #legend() {
    const { points, limits } = this.#answer;
    const has = (kind) => points.some((point) => point.signals.includes(kind) || point.judged === kind);
    const rule = (kind) => svg('svg', { 'aria-hidden': 'true', viewBox: '0 0 18 10' }, svg('path', { class: kind, d: 'M0 5h18' }));
    this.legend.replaceChildren(
      ...[...SIGNALS, 'RANGE', 'FEW', 'UNFINISHED'].filter(has).map((kind) => el('li', {}, key(kind), t(`compare.signal.${kind}`))),
      ...(limits ? [el('li', {}, rule('edge-998'), t('compare.limit.natural')), el('li', {}, rule('centre'), t('compare.limit.mean'))] : []),
    );
  }
}

const line = (dots) => dots.map((dot, i) => `${i === 0 ? 'M' : 'L'}${round(dot.x)} ${round(dot.y)}`).join('') || 'M0 0';

/** The strongest signal gives the shape; a jump has its shape in the chart of ranges. */
const kindOf = (point) => (point.judged === 'YES' ? SIGNALS.find((kind) => point.signals.includes(kind)) ?? 'plain' : point.judged);

function told(point) {
  const state = point.judged === 'YES' ? point.signals.map((kind) => t(`compare.signal.${kind}`)) : [t(`compare.signal.${point.judged}`)];
  return [t('compare.tip.share', decimal(point.percent), number(point.whole)), ...(state.length > 0 ? state : [t('compare.signal.none')])];
}
