/** Which communities are served by an officer, as of any day. The address is the question: it can be sent and kept. */
import { ask } from 'app/ask';
import { community } from 'app/community-one';
import { claims, pipeline, trust } from 'app/community-told';
import { el } from 'app/dom';
import { exportFrom } from 'app/exports';
import { decimal, number, percent, position } from 'app/format';
import { address, why } from 'app/question';
import { symbol } from 'app/shapes';
import { locale, name, t } from 'app/text';
import { html, nothing, render } from 'lit-html';

const AGAIN_MS = 30_000;
const ALL = 2000;
const STATES = ['COVERED', 'VACANT', 'TRAINING', 'SELECTING', 'MEMORANDUM', 'UNCOVERED'];
const compare = new Intl.Collator(locale).compare;
const place = (id) => document.getElementById(id);
const form = place('filter');
let asked = 0;
let mapped = [];
let officersNow = [];

/** The parts of the address that the interface knows by the same name. */
function question(...wanted) {
  const here = address();
  return new URLSearchParams(wanted.filter((key) => here.get(key)).map((key) => [key, here.get(key)]));
}

/** Every community of the question, page by page. */
async function everyCommunity() {
  const items = [];
  let page = null;
  do {
    const query = question('asOf', 'region', 'origin');
    query.set('limit', ALL);
    if (page) query.set('page', page);
    const answer = await ask(`/api/v1/communities?${query}`);
    if (!answer.ok) return answer;
    items.push(...answer.body.items);
    page = answer.body.next;
  } while (page);
  return { ok: true, body: items };
}

async function load() {
  const mine = ++asked;
  const regionOnly = question('region');
  const [nation, regions, communities, officers, published] = await Promise.all([
    ask(`/api/v1/coverage?${question('asOf', 'region', 'origin')}`),
    ask(`/api/v1/coverage?by=region&${question('asOf', 'origin')}`),
    everyCommunity(),
    ask(`/api/v1/officers/pipeline?${regionOnly}`),
    ask('/api/v1/publications'),
  ]);
  // A later question was asked meanwhile.
  if (mine !== asked) return;
  const failed = [nation, regions, communities, officers, published].find((answer) => !answer.ok);
  if (failed !== undefined) {
    render(html`<p class="banner bad">${why(failed, t('community.failed'))}</p>`, place('banner'));
    return;
  }
  render(nothing, place('banner'));
  place('complete').textContent = t('board.complete', position(nation.body.position));
  fill(regions.body.rows, communities.body);
  figures(nation.body);
  map(communities.body);
  table(regions.body);
  render(pipeline(officers.body.origins), place('pipeline'));
  officersNow = officers.body.origins;
  if (officersNow.length > 0) exportFrom(place('pipeline').closest('.panel'), place('pipeline'), steps);
  render(trust(published.body.items), place('trust'));
  render(claims(published.body.items, nation.body.rows), place('claims'));
  for (const id of ['figures', 'map', 'regions', 'pipeline', 'trust']) place(id).classList.remove('is-loading');
  await one();
}

/** The choices that there are; the chosen one stays, even if there is nothing in it. */
function fill(rows, items) {
  const here = address();
  const region = form.elements.region;
  const known = new Map([...rows].map((row) => [row.region, name(row.regionName, row.region)]));
  region.replaceChildren(region.firstElementChild, ...[...known].sort(([, a], [, b]) => compare(a, b)).map(([id, label]) => el('option', { value: id }, label)));
  const origins = new Set([...rows.map((row) => row.origin), ...items.map((item) => item.origin), here.get('origin')].filter(Boolean));
  form.elements.origin.replaceChildren(el('option', { value: '' }, t('community.origin.all')), ...[...origins].sort().map((origin) => el('option', { value: origin }, t(`origin.${origin}`))));
  for (const field of ['asOf', 'region', 'origin']) form.elements[field].value = here.get(field) ?? '';
}

/** One block for each origin: what is simulated is never added to what is. */
function figures(answer) {
  const figure = (label, value, note, state) => html`<div class="kpi" data-state=${state ?? nothing}><dt>${label}</dt><dd><span class="value">${value}</span><p class="note">${note}</p></dd></div>`;
  const several = answer.rows.length > 1;
  render(answer.rows.length === 0 ? html`<div class="kpi"><dt>${t('community.covered')}</dt><dd><span class="value">—</span><p class="note">${t('community.none')}</p></dd></div>` : answer.rows.map((row) => {
    const of = (text) => (several ? `${text} · ${t(`badge.${row.origin}`)}` : text);
    return html`
    ${figure(of(t('community.covered')), html`${number(row.states.COVERED)} <small>${t('kpi.desks.of', number(row.communities))}</small>`, percent(row.states.COVERED, row.communities))}
    ${figure(of(t('community.served')), number(row.peopleServed), t('community.served.note', percent(row.peopleServed, row.people)))}
    ${figure(of(t('community.officers')), number(row.officers), row.absent > 0 ? t('community.officers.absent', number(row.absent)) : t('community.officers.present'))}
    ${figure(of(t('community.per10k')), row.officersPer10k === null ? '—' : decimal(row.officersPer10k), row.officersPerCovered === null ? '' : t('community.per10k.note', decimal(row.officersPerCovered)))}
    ${figure(of(t('community.large')), row.large === null ? '—' : html`${number(row.largeMet)} <small>${t('kpi.desks.of', number(row.large))}</small>`, row.missing === null ? t('community.no-rule') : t('community.missing', number(row.missing)))}
    ${figure(of(t('community.state.VACANT')), number(row.states.VACANT), t('community.vacant.note'), row.states.VACANT > 0 ? 'warning' : null)}
    ${figure(of(t('community.contacts')), number(row.contacts), t('community.contacts.note', number(row.reports)))}`;
  }), place('figures'));
}

function map(items) {
  mapped = items;
  render(STATES.map((state) => html`<li><span class="key" data-coverage=${state}></span>${t(`community.state.${state}`)} <b>${number(items.filter((item) => item.state === state).length)}</b></li>`), place('legend'));
  if (items.length === 0) {
    render(html`<p class="empty"><strong>${t('community.none')}</strong>${t('community.none.text')}</p>`, place('map'));
    return;
  }
  exportFrom(place('map').closest('.panel'), place('map').closest('.panel'), communities);
  const regions = Map.groupBy(items, (item) => `${item.region}/${item.origin}`);
  const shown = [...regions.values()].map((all) => ({ label: name(all[0].regionName, all[0].region), origin: all[0].origin, all }))
    .sort((a, b) => compare(a.label, b.label) || compare(a.origin, b.origin));
  render(html`<div class="regions">${shown.map(({ label, origin, all }) => html`<section class="region" aria-label=${label}>
    <h3>${label} <span class="muted">${number(all.filter((item) => item.state === 'COVERED').length)}/${number(all.length)}</span>${origin === 'LIVE' ? nothing : html` <span class="badge">${t(`badge.${origin}`)}</span>`}</h3>
    <ul class="cells">${[...all].sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || compare(name(a.name, a.id), name(b.name, b.id))).map(cell)}</ul>
  </section>`)}</div>`, place('map'));
}

/** The drawn figures, for a file; of the officers too. */
const steps = () => ({
  head: [t('filter.origin'), t('community.step'), t('community.now')],
  rows: officersNow.flatMap(({ origin, states }) => Object.entries(states).map(([state, n]) => [origin, t(`community.step.${state}`), n])),
});

const communities = () => ({
  head: [t('community.title'), t('community.region'), t('filter.origin'), t('community.map')],
  rows: mapped.map((item) => [name(item.name, item.id), name(item.regionName, item.region), item.origin, t(`community.state.${item.state}`)]),
});

function cell(item) {
  const label = `${name(item.name, item.id)}: ${t(`community.state.${item.state}`)}`;
  const more = item.required !== null && item.required > 1 ? 'large' : nothing;
  return html`<li><a class="cell" href="?${link(item.id)}" data-community=${item.id} data-coverage=${item.state} data-size=${more} title=${label} aria-label=${label}></a></li>`;
}

function link(id) {
  const here = address();
  here.set('community', id);
  return here;
}

function table(answer) {
  place('rule').textContent = answer.peopleForEachOfficer === null ? t('community.no-rule') : t('community.rule', number(answer.peopleForEachOfficer), answer.policy);
  const rows = [...answer.rows].sort((a, b) => compare(name(a.regionName, a.region), name(b.regionName, b.region)));
  render(rows.length === 0 ? html`<p class="empty">${t('community.none.text')}</p>` : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="regions-title"><table class="list">
    <thead><tr><th scope="col">${t('community.region')}</th><th scope="col" class="number">${t('community.covered')}</th><th scope="col" class="number">${t('community.state.VACANT')}</th><th scope="col" class="number">${t('community.served')}</th><th scope="col" class="number">${t('community.officers')}</th><th scope="col" class="number">${t('community.per10k')}</th><th scope="col" class="number">${t('community.missing.column')}</th><th scope="col" class="number">${t('community.contacts')}</th></tr></thead>
    <tbody>${rows.map((row) => html`<tr><th scope="row">${name(row.regionName, row.region)}${row.origin === 'LIVE' ? nothing : html` <span class="badge">${t(`badge.${row.origin}`)}</span>`}</th>
      <td class="number">${number(row.states.COVERED)}/${number(row.communities)} <span class="muted">${percent(row.states.COVERED, row.communities)}</span></td>
      <td class="number">${row.states.VACANT > 0 ? html`${symbol('warning', 'warning')} ` : nothing}${number(row.states.VACANT)}</td>
      <td class="number">${number(row.peopleServed)}</td><td class="number">${number(row.officers)}</td><td class="number">${row.officersPer10k === null ? '—' : decimal(row.officersPer10k)}</td>
      <td class="number">${number(row.missing)}</td><td class="number">${number(row.contacts)}</td></tr>`)}</tbody></table></div>`, place('regions'));
}

async function one() {
  const id = address().get('community');
  const panel = place('one');
  panel.hidden = !id;
  for (const other of document.querySelectorAll('.cell[aria-current]')) other.removeAttribute('aria-current');
  if (!id) return;
  document.querySelector(`.cell[data-community="${CSS.escape(id)}"]`)?.setAttribute('aria-current', 'true');
  const answer = await ask(`/api/v1/communities/${encodeURIComponent(id)}?${question('asOf')}`);
  if (id !== address().get('community')) return;
  render(answer.ok ? community(answer.body, close) : html`<p class="banner bad">${why(answer, t('community.failed'))}</p>`, panel);
}

function close() {
  const here = address();
  here.delete('community');
  go(here);
}

function go(query) {
  history.pushState(null, '', query.size > 0 ? `?${query}` : location.pathname);
}

place('map').addEventListener('click', async (event) => {
  const chosen = event.target.closest('.cell');
  if (!chosen || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link(chosen.dataset.community));
  await one();
  place('one').focus();
});
place('one').addEventListener('click', (event) => {
  if (event.target.closest('[data-close]')) one();
});
form.addEventListener('change', () => {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  go(query);
  load();
});
form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('popstate', load);

await load();
// A past day does not change but by late entries; today does.
setInterval(() => {
  if (!document.hidden) load();
}, AGAIN_MS);
