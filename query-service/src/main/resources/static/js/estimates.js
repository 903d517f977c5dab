/** How good the waits were that visitors were told when they drew a ticket: how many were called when they had been told. */
import { ask } from 'app/ask';
import { exportFrom } from 'app/exports';
import { number, percent, position, shortDuration } from 'app/format';
import { address, why } from 'app/question';
import { language, locale, name, t } from 'app/text';
import { html, nothing, render, svg } from 'lit-html';

const AGAIN_MS = 30_000;
const DAY_MS = 86_400_000;
const FIELDS = ['from', 'to'];
const compare = new Intl.Collator(locale).compare;
const place = (id) => document.getElementById(id);
const form = place('filter');
let asked = 0;
let shown = [];

/** The last day that is meant becomes the first that is not. */
function question() {
  const here = address();
  const query = new URLSearchParams();
  if (here.get('from')) query.set('from', here.get('from'));
  if (here.get('to')) query.set('to', new Date(Date.parse(`${here.get('to')}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10));
  return query;
}

async function load() {
  const mine = ++asked;
  const answer = await ask(`/api/v1/estimates?${question()}`);
  if (mine !== asked) return;
  if (!answer.ok) {
    render(html`<p class="banner bad">${why(answer, t('estimates.failed'))}</p>`, place('banner'));
    return;
  }
  const { rows, smallest, promised, definition } = answer.body;
  render(nothing, place('banner'));
  place('complete').textContent = t('board.complete', position(answer.body.position));
  place('rule').textContent = t('estimates.rule', number(promised), number(smallest));
  place('definition').textContent = definition.text[language] ?? '';
  render(figures(rows, smallest, promised), place('figures'));
  // By name: some have too few waits to be ordered by how good they are.
  shown = [...rows].sort((a, b) => compare(label(a), label(b)) || compare(a.origin, b.origin));
  render(table(shown, smallest, promised), place('rows'));
  render(rows.some((row) => row.compared >= smallest) ? legend() : nothing, place('legend'));
  if (rows.length > 0) exportFrom(place('rows').closest('.panel'), place('rows'), drawn);
  for (const id of ['figures', 'rows']) place(id).classList.remove('is-loading');
}

const sum = (rows, of) => rows.reduce((all, row) => all + row[of], 0);

/** Each origin apart: what is simulated is never added to what people live through. */
function figures(rows, smallest, promised) {
  return ['LIVE', 'SIMULATED', 'IMPORTED'].map((origin) => {
    const mine = rows.filter((row) => row.origin === origin);
    if (mine.length === 0) return nothing;
    const compared = sum(mine, 'compared');
    const inside = sum(mine, 'inside');
    const figure = (label, value, note) => html`<div class="kpi"><dt>${label}</dt><dd><span class="value">${value}</span><p class="note">${note}</p></dd></div>`;
    return html`${origin === 'LIVE' ? nothing : html`<p><span class="badge">${t(`badge.${origin}`)}</span></p>`}<dl class="kpis">
      ${figure(t('estimates.inside'), compared < smallest ? t('estimates.unknown') : percent(inside, compared), t('estimates.inside.note', number(inside), number(compared), number(promised)))}
      ${figure(t('estimates.sooner'), number(sum(mine, 'sooner')), t('estimates.sooner.note'))}
      ${figure(t('estimates.later'), number(sum(mine, 'later')), t('estimates.later.note'))}
      ${figure(t('estimates.untold'), number(sum(mine, 'untold')), t('estimates.untold.note'))}
      ${figure(t('estimates.left'), number(sum(mine, 'left')), t('estimates.left.note'))}</dl>`;
  });
}

/** The drawn figures, for a file. */
const drawn = () => ({
  head: [t('estimates.office'), t('filter.origin'), `${t('estimates.inside')}, %`, t('estimates.compared'), t('estimates.sooner'), t('estimates.inside'), t('estimates.later'), `${t('estimates.width')}, ${t('unit.second')}`,
    t('estimates.untold'), t('estimates.left')],
  rows: shown.map((row) => [label(row), t(`origin.${row.origin}`), row.insidePercent, row.compared, row.sooner, row.inside, row.later, row.meanWidthSeconds, row.untold, row.left]),
});

const label = (row) => name(row.officeName, row.office);

function table(rows, smallest, promised) {
  if (rows.length === 0) return html`<p class="empty"><strong>${t('estimates.none')}</strong>${t('estimates.none.text')}</p>`;
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="rows-title"><table class="list">
    <thead><tr><th scope="col">${t('estimates.office')}</th><th scope="col" class="number">${t('estimates.inside')}</th><th scope="col" class="wide">${t('estimates.spread')}</th><th scope="col" class="number">${t('estimates.compared')}</th><th scope="col" class="number">${t('estimates.width')}</th><th scope="col" class="number">${t('estimates.untold')}</th><th scope="col" class="number">${t('estimates.left')}</th></tr></thead>
    <tbody>${rows.map((row) => html`<tr><th scope="row"><a href="/offices/${encodeURIComponent(row.office)}">${label(row)}</a>${row.origin === 'LIVE' ? nothing : html` <span class="badge">${t(`badge.${row.origin}`)}</span>`}</th>
      <td class="number">${row.insidePercent === null ? html`<span class="muted">${row.compared === 0 ? '—' : t('estimates.too-few', number(row.compared))}</span>` : html`<b>${percent(row.insidePercent, 100)}</b>`}</td>
      <td class="wide">${row.compared < smallest ? nothing : spread(row, promised)}</td>
      <td class="number">${number(row.compared)}</td><td class="number">${row.meanWidthSeconds === null ? '—' : shortDuration(row.meanWidthSeconds)}</td><td class="number">${number(row.untold)}</td><td class="number">${number(row.left)}</td></tr>`)}</tbody></table></div>`;
}

function legend() {
  const box = (kind) => svg`<rect class=${kind} width="18" height="10" rx="2"></rect>`;
  const entry = (drawn, text) => html`<li><svg viewBox="0 0 18 10" aria-hidden="true">${drawn}</svg>${text}</li>`;
  return [entry(box('told-in'), t('estimates.legend.in')), entry(box('told-out'), t('estimates.legend.out')), entry(svg`<rect class="told-mark" x="8" width="2" height="10"></rect>`, t('estimates.legend.mark'))];
}

/** Sooner, as told, later, as parts of all; a mark where eight of ten as told would begin and end. */
function spread(row, promised) {
  const x = (n) => Math.round((n / row.compared) * 1980) / 10 + 1;
  const text = t('estimates.counts', number(row.sooner), number(row.inside), number(row.later));
  const out = (100 - promised) / 2;
  return html`<svg class="as-told" viewBox="0 0 200 16" preserveAspectRatio="none" role="img" aria-label=${text}><title>${text}</title>
    ${svg`<rect class="told-out" x="1" y="3" width="198" height="10" rx="2"></rect><rect class="told-in" x=${x(row.sooner)} y="3" width=${Math.max(0, x(row.inside) - 1)} height="10"></rect>
      <rect class="told-mark" x=${1 + out * 1.98} y="0" width="1.5" height="16"></rect><rect class="told-mark" x=${1 + (100 - out) * 1.98} y="0" width="1.5" height="16"></rect>`}</svg>`;
}

function fill() {
  for (const field of FIELDS) form.elements[field].value = address().get(field) ?? '';
}

form.addEventListener('change', () => {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.pushState(null, '', query.size > 0 ? `?${query}` : location.pathname);
  load();
});
form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('popstate', () => {
  fill();
  load();
});

fill();
await load();
setInterval(() => {
  if (!document.hidden) load();
}, AGAIN_MS);
