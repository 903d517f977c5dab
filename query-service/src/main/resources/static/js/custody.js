/** The whiteboard of who is held: what is due next, what is left of the limits. Asked for every five seconds; the limits tick by the server's clock. */
import { ask } from 'app/ask';
import { heard, now } from 'app/clock';
import { el, say } from 'app/dom';
import { clock, duration, moment, number, position } from 'app/format';
import { dutyName, left, level, listName, phaseName } from 'app/custody-words';
import { address, pageLinks, why } from 'app/question';
import { symbol } from 'app/shapes';
import { counted, locale, name, t } from 'app/text';
import { html, nothing, render } from 'lit-html';

const AGAIN_MS = 5000;
const SLOWLY_MS = 60_000;
const place = (id) => document.getElementById(id);
const form = place('search');
const compare = new Intl.Collator(locale).compare;
let board = null;
let asked = 0;

function question(...names) {
  const query = new URLSearchParams();
  for (const each of names) if (address().get(each)) query.set(each, address().get(each));
  return query;
}

async function load() {
  const mine = ++asked;
  const answer = await ask(`/api/v1/custody?${question('unit', 'state', 'page')}`);
  if (mine !== asked) return;
  if (answer.ok) {
    board = answer.body;
    heard(board.at);
    render(nothing, place('banner'));
    for (const id of ['rows', 'shifts']) place(id).classList.remove('is-loading');
    fillUnits();
    show();
  } else {
    render(html`<p class="banner bad">${why(answer, board ? t('feed.lost.text', clock(board.at)) : t('custody.failed'))}</p>`, place('banner'));
  }
  setTimeout(() => mine === asked && load(), AGAIN_MS);
}

function fillUnits() {
  const { unit } = form.elements;
  const known = new Set([...unit.options].map((option) => option.value));
  unit.append(...board.units.filter((each) => !known.has(each.office))
    .map((each) => [each.office, name(each.officeName, each.office)])
    .sort(([, a], [, b]) => compare(a, b))
    .map(([id, label]) => el('option', { value: id }, label)));
  form.elements.unit.value = address().get('unit') ?? '';
}

/** The most pressing first: what is overdue, then what is due next. */
const due = (row) => (row.nextDueAt ? Date.parse(row.nextDueAt) : Infinity);

function show() {
  const rows = [...board.items].sort((a, b) => due(a) - due(b));
  say(place('complete'), t('custody.complete', position(board.position)));
  say(place('found'), counted('custody.count', rows.length, number(rows.length)));
  render(figures(rows), place('kpis'));
  render(rows.length === 0 ? html`<p class="empty"><strong>${t('custody.none')}</strong>${t('custody.none.text')}</p>` : table(rows), place('rows'));
  render(board.units.length === 0 ? html`<p class="empty">${t('custody.shifts.none')}</p>` : shifts(board.units), place('shifts'));
  pageLinks('/custody', question('unit', 'state'), board.next, 'newest', 'older');
}

const clockOf = (row, duty) => row.clocks.find((clock) => clock.duty === duty);
const figure = (label, value, note, state) => html`<div class="kpi" data-state=${state || nothing}><dt>${label}</dt><dd class="value">${value}</dd><dd class="note">${note || '\u00a0'}</dd></div>`;

function figures(rows) {
  const held = rows.filter((row) => !['RELEASED', 'HANDED_OVER', 'SEALED'].includes(row.phase));
  const late = held.filter((row) => row.clocks.some((clock) => level(clock) === 'critical'));
  const near = held.filter((row) => !late.includes(row) && row.clocks.some((clock) => level(clock) === 'warning'));
  const limits = held.map((row) => clockOf(row, 'END_DETENTION')).filter(Boolean).sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  const nearest = limits[0] ? (Date.parse(limits[0].dueAt) - now()) / 1000 : null;
  return html`<dl class="kpis">
    ${figure(t('custody.kpi.held'), number(held.length), t('custody.kpi.held.note', number(held.filter((row) => row.phase === 'OPEN').length)))}
    ${figure(t('custody.kpi.overdue'), number(late.length), t('custody.kpi.overdue.note'), late.length > 0 ? 'critical' : '')}
    ${figure(t('custody.kpi.near'), number(near.length), t('custody.kpi.near.note'), near.length > 0 ? 'warning' : '')}
    ${figure(t('custody.kpi.limit'), nearest === null ? '—' : duration(nearest), t('custody.kpi.limit.note'), nearest !== null && nearest < 0 ? 'critical' : '')}
    ${figure(t('custody.kpi.late'), number(held.reduce((sum, row) => sum + row.late, 0)), board.lateAfterSeconds ? t('custody.kpi.late.note', duration(board.lateAfterSeconds)) : '')}
  </dl>`;
}

// The roles are spelt out because a telephone shows rows as cards, and a table that is no longer laid out as one is no longer read as one.
const table = (rows) => html`<div class="scroll" tabindex="0" role="group" aria-labelledby="held-title"><table class="list found whiteboard" role="table">
  <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${t('custody.person')}</th><th role="columnheader" scope="col">${t('custody.phase')}</th><th role="columnheader" scope="col">${t('custody.cell')}</th>
    <th role="columnheader" scope="col">${t('custody.visit')}</th><th role="columnheader" scope="col">${t('custody.review')}</th><th role="columnheader" scope="col">${t('custody.limit')}</th>
    <th role="columnheader" scope="col">${t('custody.next-duty')}</th><th role="columnheader" scope="col">${t('custody.lists')}</th></tr></thead>
  <tbody role="rowgroup">${rows.map(row)}</tbody></table></div>`;

function row(held) {
  const open = Object.entries(held.checklists).filter(([, state]) => state === 'OPEN' || state === 'DELAYED');
  const next = held.clocks[0];
  return html`<tr role="row">
    <th role="rowheader" scope="row"><a class="ticket" href="/custody/${encodeURIComponent(held.id)}">${held.person}</a>
      ${held.minor ? html`<span class="badge solid">${t('custody.minor')}</span>` : nothing}
      <span class="muted">${name(held.officeName, held.office)}</span></th>
    <td role="cell"><span class="state" data-state=${held.phase}>${phaseName(held.phase)}</span></td>
    <td role="cell" data-label=${t('custody.cell')}>${held.cell ?? '—'}</td>
    <td role="cell" data-label=${t('custody.visit')}>${left(clockOf(held, 'CELL_VISIT'))}</td>
    <td role="cell" data-label=${t('custody.review')}>${left(clockOf(held, 'REVIEW'))}</td>
    <td role="cell" data-label=${t('custody.limit')}>${left(clockOf(held, 'END_DETENTION'))}</td>
    <td role="cell" data-label=${t('custody.next-duty')}>${next ? html`${dutyName(next.duty)} <span class="muted">${left(next)}</span>` : '—'}</td>
    <td role="cell">${open.length === 0 ? html`<span class="muted">${t('custody.lists.done')}</span>` : open.map(([list, state]) => html`<span class="badge ${state === 'DELAYED' ? 'late' : 'solid'}">${listName(list)}</span> `)}
      ${held.late > 0 ? html`<span class="badge late">${symbol('late')} ${counted('custody.late', held.late, number(held.late))}</span>` : nothing}
      ${held.proposals > 0 ? html`<span class="badge late">${t('custody.signature.correction')}</span>` : nothing}</td>
  </tr>`;
}

const shifts = (units) => html`<div class="scroll" tabindex="0" role="group" aria-labelledby="shifts-title"><table class="list">
  <thead><tr><th scope="col">${t('custody.unit')}</th><th scope="col" class="number">${t('custody.kpi.held')}</th><th scope="col">${t('custody.on-duty')}</th><th scope="col">${t('custody.on-duty.since')}</th><th scope="col">${t('custody.signature')}</th></tr></thead>
  <tbody>${units.map((unit) => html`<tr><th scope="row">${name(unit.officeName, unit.office)}</th><td class="number">${number(unit.held)}</td><td class="mono">${unit.onDuty ?? '—'}</td>
    <td class="nowrap">${unit.onDutySince ? moment(unit.onDutySince, unit.timeZone ?? undefined) : '—'}</td>
    <td>${unit.offeredBy ? html`<span class="badge late">${t('custody.signature.waits', unit.offeredBy)}</span>` : t('custody.signature.none')}</td></tr>`)}</tbody></table></div>`;

async function loadSlowly() {
  const [lags, batches] = await Promise.all([ask(`/api/v1/custody/units/lag?${question('unit')}`), ask(`/api/v1/custody/units/batches?${question('unit')}`)]);
  for (const id of ['lag', 'batches']) place(id).classList.remove('is-loading');
  if (lags.ok) {
    say(place('lag-note'), lags.body.lateAfterSeconds ? t('custody.lag.note', duration(lags.body.lateAfterSeconds)) : t('custody.lag.no-policy'));
    render(lags.body.rows.length === 0 ? html`<p class="empty">${t('custody.lag.none')}</p>` : lagTable(lags.body.rows), place('lag'));
  } else {
    render(html`<p class="empty">${why(lags, t('custody.failed'))}</p>`, place('lag'));
  }
  if (batches.ok) render(batches.body.items.length === 0 ? html`<p class="empty">${t('custody.batches.none')}</p>` : batchTable(batches.body.items), place('batches'));
  else render(html`<p class="empty">${why(batches, t('custody.failed'))}</p>`, place('batches'));
  setTimeout(loadSlowly, SLOWLY_MS);
}

const origin = (each) => (each.origin === 'LIVE' ? nothing : html` <span class="badge">${t(`badge.${each.origin}`)}</span>`);

const lagTable = (rows) => html`<div class="scroll" tabindex="0" role="group" aria-labelledby="lag-title"><table class="list">
  <thead><tr><th scope="col">${t('custody.unit')}</th><th scope="col">${t('custody.role')}</th><th scope="col" class="number">n</th><th scope="col" class="number">${t('custody.lag.p50')}</th><th scope="col" class="number">${t('custody.lag.p90')}</th><th scope="col" class="number">${t('custody.lag.p99')}</th><th scope="col" class="number">${t('custody.lag.max')}</th><th scope="col" class="number">${t('custody.lag.late')}</th><th scope="col" class="number">${t('custody.lag.unknown')}</th></tr></thead>
  <tbody>${rows.map((each) => html`<tr><th scope="row">${name(each.officeName, each.office)}${origin(each)}</th><td>${each.role}</td><td class="number">${number(each.n)}</td>
    <td class="number">${duration(each.p50)}</td><td class="number">${duration(each.p90)}</td><td class="number">${duration(each.p99)}</td><td class="number">${duration(each.max)}</td><td class="number">${number(each.late)}</td><td class="number">${number(each.unknown)}</td></tr>`)}</tbody></table></div>
  <p class="muted">${t('custody.lag.scarce')}${rows.some((each) => each.unknown > 0) ? html` ${t('custody.lag.unknown.note')}` : nothing}</p>`;

const batchTable = (items) => html`<div class="scroll" tabindex="0" role="group" aria-labelledby="batches-title"><table class="list">
  <thead><tr><th scope="col">${t('custody.batches.typed')}</th><th scope="col">${t('custody.batches.by')}</th><th scope="col" class="number">${t('custody.batches.entries')}</th><th scope="col">${t('custody.batches.happened')}</th><th scope="col">${t('custody.batches.records')}</th></tr></thead>
  <tbody>${items.map((each) => html`<tr><th scope="row" class="nowrap">${moment(each.from)} <span class="muted">${duration((Date.parse(each.to) - Date.parse(each.from)) / 1000)}</span></th>
    <td><span class="mono">${each.actor}</span> <span class="muted">${name(each.officeName, each.office)}</span>${origin(each)}</td><td class="number">${number(each.entries)}</td>
    <td class="nowrap">${moment(each.happenedFrom)} – ${moment(each.happenedTo)}</td>
    <td>${each.records.map((id) => html`<a class="mono record-link" href="/custody/${encodeURIComponent(id)}">${id}</a> `)}</td></tr>`)}</tbody></table></div>`;

form.addEventListener('change', () => {
  const query = new URLSearchParams();
  if (form.elements.unit.value) query.set('unit', form.elements.unit.value);
  if (form.elements.state.value !== 'HELD') query.set('state', form.elements.state.value);
  history.pushState(null, '', query.size > 0 ? `?${query}` : location.pathname);
  load();
});
form.addEventListener('submit', (event) => event.preventDefault());
// Whoever is not on the whiteboard any more: the record's page asks what for.
place('by-number').addEventListener('submit', (event) => {
  event.preventDefault();
  location.href = `/custody/${encodeURIComponent(event.target.elements.number.value.trim())}`;
});
function fill() {
  form.elements.state.value = address().get('state') ?? 'HELD';
}
addEventListener('popstate', () => {
  fill();
  load();
});
setInterval(() => board && show(), 1000);

fill();
load();
loadSlowly();
