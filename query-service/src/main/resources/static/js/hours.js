/** People per hour as bars, their wait as lines, the target as a rule; with the same figures as a table. */
import uPlot from 'uplot';
import { el, svg } from 'app/dom';
import { exportFrom } from 'app/exports';
import { duration, hour, number, shortDuration } from 'app/format';
import { t } from 'app/text';
import { Tip } from 'app/tip';

const HEIGHT = 156;
/** Of the type around the chart: on a wall it is read from far away. */
const TYPE = 0.8;

export class HourChart {
  #place;
  #plot = null;
  #rows = [];
  #target = null;
  #drawn = '';
  #type = 0;
  #tip = new Tip();

  /** legend: a list elsewhere that shall hold the legend, to save height; else it stands above the chart. */
  constructor(place, legend = null) {
    this.#place = place;
    this.legend = legend ?? el('ul', { class: 'legend' });
    this.canvas = el('div', { role: 'img' });
    this.table = el('details', { class: 'data' });
    place.replaceChildren(...(legend ? [] : [this.legend]), el('div', { class: 'plot-frame' }, this.canvas, this.#tip.element), this.table);
    const panel = place.closest('.panel');
    exportFrom(panel, panel, () => this.#figures());
    new ResizeObserver(() => this.#resize()).observe(place);
    addEventListener('themechange', () => this.#draw());
  }

  /** rows: [{hour, n, open, p50, p90}] of one day, n and open people, p50 and p90 seconds or null, at where it stands if not at its hour; target seconds or null. */
  show(rows, target, label) {
    const drawn = JSON.stringify([rows, target]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#rows = rows.map((row) => ({ at: row.hour, ...row }));
    this.#target = target;
    this.canvas.setAttribute('aria-label', label);
    this.#legend();
    this.#tabulate(label);
    this.#draw();
  }

  #figures() {
    const seconds = (key) => `${t(key)}, ${t('unit.second')}`;
    return {
      head: [t('chart.hour'), t('chart.served'), t('chart.open'), seconds('chart.p50'), seconds('chart.p90'), seconds('chart.limit')],
      rows: this.#rows.map((row) => [hour(row.hour), row.n, row.open, row.p50, row.p90, this.#target]),
    };
  }

  #legend() {
    const bar = (kind) => svg('svg', { 'aria-hidden': 'true', viewBox: '0 0 18 10' }, svg('rect', { class: `key-${kind}`, width: 18, height: 10, rx: 2 }));
    const line = (kind) => svg('svg', { 'aria-hidden': 'true', viewBox: '0 0 18 10' }, svg('path', { class: `key-${kind}`, d: 'M0 5h18' }));
    const entry = (key, text) => el('li', {}, key, text);
    this.legend.replaceChildren(...[
      entry(bar('bar'), t('chart.served')),
      this.#rows.some((row) => row.open > 0) ? entry(bar('open'), t('chart.open')) : null,
      ...(this.#rows.some(waited) ? [entry(line('p50'), t('chart.p50')), entry(line('p90'), t('chart.p90'))] : []),
      this.#target ? entry(line('target'), t('chart.target', shortDuration(this.#target))) : null,
    ].filter(Boolean));
  }

  #tabulate(label) {
    const head = ['chart.hour', 'chart.served', 'chart.open', 'chart.p50', 'chart.p90'].map((key) => el('th', { scope: 'col' }, t(key)));
    const body = this.#rows.map((row) => el('tr', {}, el('th', { scope: 'row' }, hour(row.hour)),
      el('td', {}, number(row.n)), el('td', {}, number(row.open)), el('td', {}, duration(row.p50)), el('td', {}, duration(row.p90))));
    const open = this.table.open;
    this.table.replaceChildren(el('summary', {}, t('chart.table')),
      el('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': label },
        el('table', {}, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...body))));
    this.table.open = open;
  }

  #draw() {
    const rows = this.#rows;
    if (rows.length === 0) return;
    const minutes = (value) => (value === null || value === undefined ? null : value / 60);
    const data = [
      rows.map((row) => row.at),
      rows.map((row) => (row.open > 0 ? (row.n ?? 0) + row.open : null)),
      rows.map((row) => row.n ?? null),
      rows.map((row) => minutes(row.p50)),
      rows.map((row) => minutes(row.p90)),
    ];
    const ink = colours(this.#place);
    this.#type = typeOf(this.#place);
    this.#plot?.destroy();
    this.#plot = new uPlot(options(this.#place.clientWidth, ink, this.#type, rows, minutes(this.#target), (u) => this.#point(u)), data, this.canvas);
  }

  /** The figures of the hour that is pointed at; the table below has them for who cannot point. */
  #point(u) {
    const row = this.#rows[u.cursor.idx];
    if (!row || u.cursor.left < 0) {
      this.#tip.hide();
      return;
    }
    this.#tip.show(u.over.offsetLeft + u.valToPos(row.at, 'x'), u.over.offsetTop + u.over.offsetHeight / 2, this.#place.clientWidth, `${hour(row.hour)}–${hour((row.hour + 1) % 24)}`, [
      `${t('chart.served')}: ${number(row.n)}`, ...(row.open > 0 ? [`${t('chart.open')}: ${number(row.open)}`] : []),
      `${t('chart.p50')}: ${duration(row.p50)}`, `${t('chart.p90')}: ${duration(row.p90)}`,
    ]);
  }

  #resize() {
    const width = this.#place.clientWidth;
    if (this.#plot && typeOf(this.#place) !== this.#type) this.#draw();
    else if (this.#plot && width > 0 && width !== this.#plot.width) this.#plot.setSize({ width, height: HEIGHT });
  }
}

/** What the clock showed there. */
function label(rows, at) {
  const shown = rows.find((row) => row.at === at)?.hour ?? at;
  return Number.isInteger(shown) && shown >= 0 && shown < 24 ? hour(shown) : '';
}

/** Colours as the theme resolves them: a canvas knows no custom properties. */
function colours(place) {
  const probe = el('span', { hidden: true });
  place.append(probe);
  const read = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const ink = { text: read('ink-3'), grid: read('line'), bar: read('bar'), open: read('bar-2'), edge: read('line-strong'), p50: read('line-p50'), p90: read('line-p90'), band: read('band-waits'), target: read('line-target') };
  probe.remove();
  return ink;
}

/** Of fewer than thirty people of an hour no percentile is known. */
const waited = (row) => row.p50 !== null && row.p50 !== undefined;

const typeOf = (place) => Math.round(TYPE * Number.parseFloat(getComputedStyle(place).fontSize));

function options(width, ink, type, rows, target, pointed) {
  const font = `${type}px ${getComputedStyle(document.documentElement).fontFamily}`;
  const axis = { stroke: ink.text, font, ticks: { show: false }, gap: 6 };
  const wide = (size) => Math.round((size * type) / 12);
  const bars = uPlot.paths.bars({ size: [0.62, 46], radius: 0.12 });
  const people = Math.max(1, ...rows.map((row) => (row.n ?? 0) + (row.open ?? 0)));
  const waits = target !== null || rows.some(waited);
  const longest = Math.max(1, target ?? 0, ...rows.map((row) => Math.max(row.p90 ?? 0, row.p50 ?? 0) / 60));
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { show: false }, y: false },
    scales: {
      x: { time: false, range: [rows[0].at - 0.6, rows.at(-1).at + 0.6] },
      // Bars keep to the lower part, lines to the whole: they overlap less.
      people: { range: [0, people * 1.25] },
      wait: { range: [0, longest * 1.12] },
    },
    axes: [
      { ...axis, grid: { show: false }, size: wide(26), incrs: [1, 2, 3, 6], space: wide(46), values: (u, places) => places.map((at) => label(rows, at)) },
      { ...axis, scale: 'people', side: 1, size: wide(44), space: wide(30), grid: { show: !waits, stroke: ink.grid, width: 1 }, incrs: [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2500, 5000, 10_000], values: (u, ns) => ns.map((n) => number(n)) },
      { ...axis, show: waits, scale: 'wait', size: wide(56), space: wide(30), grid: { stroke: ink.grid, width: 1 }, incrs: [1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480], values: (u, ms) => ms.map((m) => shortDuration(m * 60)) },
    ],
    series: [
      {},
      { scale: 'people', paths: bars, fill: ink.open, stroke: ink.edge, width: 1, points: { show: false } },
      { scale: 'people', paths: bars, fill: ink.bar, stroke: ink.bar, width: 0, points: { show: false } },
      { scale: 'wait', stroke: ink.p50, width: 2.2, points: { show: true, size: 6, fill: ink.p50 } },
      { scale: 'wait', stroke: ink.p90, width: 2.2, dash: [6, 3], points: { show: true, size: 6, fill: ink.p90 } },
    ],
    // Half of the people waited less than the lower edge, nine of ten less than the upper one.
    bands: [{ series: [4, 3], fill: ink.band }],
    hooks: { draw: [(u) => target && rule(u, target, ink.target)], setCursor: [pointed] },
  };
}

/** The target as a dotted line across the chart. */
function rule(u, minutes, colour) {
  const y = Math.round(u.valToPos(minutes, 'wait', true)) + 0.5;
  const { ctx, bbox } = u;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.6 * devicePixelRatio;
  ctx.setLineDash([2 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}
