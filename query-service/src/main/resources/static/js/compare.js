/** Offices side by side, and one of them over time: what is signal and what is noise. The address is the question. */
import { ask } from 'app/ask';
import { ControlChart, dayName } from 'app/control';
import { exportButtons } from 'app/exports';
import { clock, decimal, number, position } from 'app/format';
import { FunnelChart, signed } from 'app/funnel';
import { address, clean, why } from 'app/question';
import { symbol } from 'app/shapes';
import { counted, locale, name, t } from 'app/text';
import { html, nothing, render } from 'lit-html';

/** Weeks do not change in a minute. */
const AGAIN_MS = 300_000;
const DAY_MS = 86_400_000;
/** Four weeks that are over: a control chart has enough points, and each day of the week comes as often as the others. */
const USUAL_DAYS = 28;
const LONG_AGO = '2000-01-01';
const FIELDS = ['measure', 'from', 'to', 'region', 'service', 'origin', 'office', 'bucket'];
const compare = new Intl.Collator(locale, { numeric: true }).compare;
const place = (id) => document.getElementById(id);
const form = place('filter');
const two = (n) => String(n).padStart(2, '0');
const dateOf = (ms) => {
  const day = new Date(ms);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};
const now = {};
let asked = 0;
let choices = '';
let loadedAt = null;

/** The question with what the address leaves out. */
function wanted() {
  const here = Object.fromEntries(FIELDS.map((field) => [field, address().get(field) ?? '']));
  return { ...here, measure: here.measure || 'wait', bucket: here.bucket || 'day', from: here.from || dateOf(Date.now() - USUAL_DAYS * DAY_MS) };
}

/** What the interface is asked: the last day that is meant becomes the first that is not. */
function question(fields) {
  const here = wanted();
  const query = new URLSearchParams(fields.map((field) => [field, here[field]]));
  if (here.to) query.set('to', new Date(Date.parse(`${here.to}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10));
  return clean(query);
}

async function load() {
  const mine = ++asked;
  fill();
  const answer = await ask(`/api/v1/compare/funnel?${question(['measure', 'from', 'region', 'service', 'origin'])}`);
  if (mine !== asked) return;
  if (!answer.ok) {
    failed(answer);
    return;
  }
  now.funnel = answer.body;
  await offerChoices();
  const office = wanted().office || usual(now.funnel);
  const series = office ? await ask(`/api/v1/compare/control?${clean(new URLSearchParams([...question(['measure', 'from', 'service', 'origin', 'bucket']), ['office', office]]))}`) : null;
  if (mine !== asked) return;
  if (series && !series.ok) {
    failed(series);
    return;
  }
  now.control = series?.body ?? null;
  now.office = office;
  loadedAt = new Date().toISOString();
  render(nothing, place('banner'));
  show();
}

function failed(answer) {
  const stale = loadedAt ? ` ${t('compare.stale', clock(loadedAt))}` : '';
  render(html`<p class="banner bad"><span>${why(answer, t('compare.failed') + stale)}</span></p>`, place('banner'));
  for (const waiting of document.querySelectorAll('.is-loading')) waiting.classList.remove('is-loading');
}

/** The one that stands out, else the one with the most entries: the page never begins with an empty chart. */
function usual({ offices }) {
  const out = ['WORSE', 'BETTER', 'LOW', 'HIGH'].map((where) => offices.find((row) => row.place === where)).find(Boolean);
  return (out ?? [...offices].sort((a, b) => b.n - a.n)[0])?.office ?? '';
}

/** Regions and services to choose from: all of them, also while one is chosen. Asked for again only when they may be others. */
async function offerChoices() {
  const here = wanted();
  const key = [here.measure, here.from, here.to, here.origin].join('|');
  if (key === choices) return;
  const whole = here.region || here.service ? await ask(`/api/v1/compare/funnel?${question(['measure', 'from', 'origin'])}`) : { ok: true, body: now.funnel };
  if (!whole.ok) return;
  choices = key;
  const regions = new Map(whole.body.offices.map((row) => [row.region, name(row.regionName, row.region)]));
  const services = new Map(whole.body.services.filter((row) => row.service).map((row) => [row.service, name(row.serviceName, row.service)]));
  options(form.elements.region, regions);
  options(form.elements.service, services);
}

function options(select, entries) {
  const chosen = wanted()[select.name];
  const sorted = [...entries].sort((a, b) => compare(a[1], b[1]));
  if (chosen && !entries.has(chosen)) sorted.unshift([chosen, chosen]);
  select.replaceChildren(...(select.name === 'region' || select.name === 'service' ? [select.options[0]] : []),
    ...sorted.map(([value, text]) => Object.assign(document.createElement('option'), { value, textContent: text })));
  select.value = chosen;
}

function show() {
  const { funnel, office } = now;
  place('complete').textContent = t('board.complete', position(funnel.position));
  const origins = funnel.origins.map((each) => each.origin);
  place('origins').hidden = origins.length < 2 && !wanted().origin;
  options(form.elements.origin, new Map(origins.map((origin) => [origin, t(`origin.${origin}`)])));
  form.elements.origin.value = funnel.origin ?? '';
  options(form.elements.office, new Map(funnel.offices.map((row) => [row.office, name(row.officeName, row.office)])));
  form.elements.office.value = office;
  form.elements.office.disabled = funnel.offices.length === 0;
  showFunnel();
  showControl();
  showFew();
  showMix();
  render(funnel.definitions.map((each) => html`<dt>${each.id}@${each.version}</dt><dd>${name(each.text)}</dd>`), place('definitions'));
  for (const waiting of document.querySelectorAll('.is-loading')) waiting.classList.remove('is-loading');
}

function funnelSays({ places, dispersion, percent }) {
  if (places.judged === 0) return t('compare.says.nothing');
  const inside = places.high + places.within + places.low;
  const told = places.better + places.worse === 0
    ? counted(dispersion.widened ? 'compare.says.inside' : 'compare.says.alike', places.judged, number(places.judged), decimal(percent))
    : counted('compare.says.apart', places.judged, number(places.judged), number(inside), number(places.better), number(places.worse));
  const between = places.high + places.low;
  return [told, between > 0 ? t('compare.says.between', number(between), decimal(places.judged * 0.048)) : '', dispersion.widened ? t('compare.says.widened') : ''].filter(Boolean).join(' ');
}

const empty = () => html`<div class="empty"><strong>${t('compare.none')}</strong>${t('compare.none.text')}${wanted().from > LONG_AGO ? html`<div><a class="button plain" href=${all()}>${t('compare.all-days')}</a></div>` : nothing}</div>`;

function all() {
  const there = address();
  there.set('from', LONG_AGO);
  there.delete('to');
  return `/compare?${there}`;
}

/** Shows a chart with its buttons, or why there is none. */
function chart(which, nothingToDraw, make) {
  render(nothingToDraw ?? nothing, place(`${which}-empty`));
  place(`${which}-empty`).hidden = nothingToDraw === null;
  place(which).hidden = nothingToDraw !== null;
  place(`${which}-exports`).hidden = nothingToDraw !== null;
  if (nothingToDraw === null) charts[which] ??= make();
}

const charts = {};

function showFunnel() {
  const { funnel, office } = now;
  const some = funnel.limits.length > 0;
  place('funnel-says').textContent = some || funnel.offices.length > 0 ? funnelSays(funnel) : '';
  chart('funnel', some ? null : empty(), () => {
    place('funnel-exports').replaceChildren(exportButtons(place('funnel'), funnelFacts));
    return new FunnelChart(place('funnel'), choose);
  });
  if (some) charts.funnel.show(funnel, office);
  render(some ? funnelTable(funnel) : nothing, place('funnel-table'));
}

const FUNNEL_HEAD = ['compare.office', 'compare.column.n', 'compare.column.observed', 'compare.column.expected', 'compare.column.percent', 'compare.column.z', 'compare.column.place'];

const funnelRows = ({ offices }) => [...offices].sort((a, b) => compare(name(a.officeName, a.office), name(b.officeName, b.office)))
  .map((row) => [name(row.officeName, row.office), row.n, row.observed, row.expected, row.percent, row.z, t(`compare.place.${row.place}`)]);

/** By name: an order by share would be a league table of what chance has done. */
const funnelTable = (funnel) => table('funnel-title', FUNNEL_HEAD, funnelRows(funnel).map(([office, n, observed, expected, percent, z, where]) =>
  [office, number(n), number(observed), decimal(expected), decimal(percent), z === null ? '—' : signed(z), where]));

const table = (title, head, rows) => html`<details class="data"><summary>${t('chart.table')}</summary><div class="scroll" tabindex="0" role="group" aria-labelledby=${title}><table>
  <thead><tr>${head.map((key) => html`<th scope="col">${t(key)}</th>`)}</tr></thead>
  <tbody>${rows.map(([first, ...others]) => html`<tr><th scope="row">${first}</th>${others.map((value) => html`<td>${value}</td>`)}</tr>`)}</tbody></table></div></details>`;

const complete = (answer) => t('board.complete', position(answer.position));
const measured = () => `${form.elements.measure.selectedOptions[0].textContent}, ${wanted().from}–${wanted().to}`.replace(/–$/, '–…');

function funnelFacts() {
  return { title: `${t('compare.funnel')}: ${measured()}`, says: funnelSays(now.funnel), complete: complete(now.funnel), head: [...FUNNEL_HEAD.map((key) => t(key)), t('compare.column.axis')],
    rows: [...funnelRows(now.funnel).map((row, i) => [...row, sortedByName()[i].effectiveN]),
      ...now.funnel.others.map((other) => [t('compare.unnamed'), null, null, null, other.percent, null, t(`compare.place.${other.place}`), other.effectiveN])] };
}

const sortedByName = () => [...now.funnel.offices].sort((a, b) => compare(name(a.officeName, a.office), name(b.officeName, b.office)));

function controlSays({ points, limits, signals, bucket, fewestPoints }) {
  const judged = points.filter((point) => point.judged === 'YES').length;
  if (!limits) return counted(`compare.says.short.${bucket}`, judged, number(judged), number(fewestPoints));
  const range = [decimal(limits.lower), decimal(limits.upper)];
  return signals === 0
    ? counted(`compare.says.steady.${bucket}`, judged, number(judged), decimal(limits.centre), ...range)
    : counted(`compare.says.signals.${bucket}`, judged, number(judged), number(signals), decimal(limits.centre), ...range);
}

function showControl() {
  const { control } = now;
  const some = (control?.points.length ?? 0) > 0;
  place('control-says').textContent = some ? controlSays(control) : '';
  chart('control', some ? null : html`<p class="empty">${t(now.office ? 'compare.none.office' : 'compare.none')}</p>`, () => {
    place('control-exports').replaceChildren(exportButtons(place('control'), controlFacts));
    return new ControlChart(place('control'));
  });
  if (some) charts.control.show(control);
  render(some ? table('control-title', CONTROL_HEAD, controlRows(control).map(([day, part, whole, percent, range, what]) =>
    [dayName(day), number(part), number(whole), decimal(percent), decimal(range), what])) : nothing, place('control-table'));
}

const CONTROL_HEAD = ['compare.column.from', 'compare.column.observed', 'compare.column.n', 'compare.column.share', 'compare.column.range', 'compare.column.signal'];

const controlRows = ({ points }) => points.map((point) => [point.bucket, point.part, point.whole, point.percent, point.range,
  (point.judged === 'YES' ? point.signals : [point.judged]).map((kind) => t(`compare.signal.${kind}`)).join('; ')]);

function controlFacts() {
  const { limits } = now.control;
  return { title: `${t('compare.control')}: ${name(now.control.officeName, now.office)}, ${measured()}`, says: controlSays(now.control), complete: complete(now.control),
    head: [...CONTROL_HEAD.map((key) => t(key)), t('compare.limit.mean'), t('compare.column.lower'), t('compare.column.upper'), t('compare.column.range-limit')],
    rows: controlRows(now.control).map((row) => [...row, limits?.centre, limits?.lower, limits?.upper, limits?.rangeLimit]) };
}

function showFew() {
  const { funnel } = now;
  const few = sortedByName().filter((row) => row.place === 'FEW');
  place('few-rule').textContent = funnel.smallest === null ? t('feedback.no-rule') : funnel.policy ? t('compare.few.policy', number(funnel.smallest), funnel.policy) : t('compare.few.rule', number(funnel.smallest));
  render(few.length === 0 ? html`<p class="muted">${t(funnel.offices.length === 0 ? 'compare.none' : 'compare.few.none')}</p>` : html`<ul class="few">${few.map((row) => html`<li><button type="button" class="plain-link" @click=${() => choose(row.office)}>${name(row.officeName, row.office)}</button>
    <span class="muted">${t('compare.few.of', number(row.observed), number(row.n))}${row.alone > 0 ? ` · ${t('compare.few.alone', number(row.alone))}` : ''}</span></li>`)}</ul>`, place('few'));
}

function showMix() {
  const rows = [...now.funnel.services].sort((a, b) => b.n - a.n);
  render(rows.length === 0 ? html`<p class="muted">${t('compare.none')}</p>` : html`<table class="list">
    <thead><tr><th scope="col">${t('compare.service')}</th><th scope="col" class="number">${t('compare.column.n')}</th><th scope="col" class="number">${t('compare.column.offices')}</th><th scope="col" class="number">${t('compare.column.everywhere')}</th></tr></thead>
    <tbody>${rows.map((row) => html`<tr><th scope="row">${row.service ? name(row.serviceName, row.service) : t('feedback.at-large')}${row.offices < 2 ? html` <span class="badge solid">${symbol('quiet')} ${t('compare.alone')}</span>` : nothing}</th>
      <td class="number">${number(row.n)}</td><td class="number">${number(row.offices)}</td><td class="number">${t('compare.percent', decimal(row.percent))}</td></tr>`)}</tbody></table>`, place('mix'));
}

function fill() {
  const here = wanted();
  for (const field of ['measure', 'from', 'to', 'region', 'service']) form.elements[field].value = here[field];
  form.elements.bucket.value = here.bucket;
}

function go(query) {
  history.pushState(null, '', query.size > 0 ? `?${query}` : location.pathname);
  load();
}

/** Only what differs from the usual stands in the address. */
function choose(office) {
  const there = address();
  there.set('office', office);
  go(there);
}

// Office and bucket stand beside their chart, outside the form that they belong to.
document.addEventListener('change', ({ target }) => {
  if (target.form !== form) return;
  const there = address();
  const usually = { measure: 'wait', bucket: 'day' };
  if (target.value && target.value !== usually[target.name]) there.set(target.name, target.value);
  else there.delete(target.name);
  go(there);
});
form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('popstate', load);

await load();
setInterval(() => {
  if (!document.hidden) load();
}, AGAIN_MS);
