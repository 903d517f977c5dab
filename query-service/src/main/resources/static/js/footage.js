/** Cameras and their day: what they recorded, what should be seen on it, and where the two do not agree. The address is the question. */
import { ask } from 'app/ask';
import { bars, known, legend } from 'app/camera-bars';
import { el } from 'app/dom';
import { exportFrom } from 'app/exports';
import { duration, moment, number, position } from 'app/format';
import { officesById } from 'app/offices';
import { address, why } from 'app/question';
import { segment } from 'app/segment';
import { symbol } from 'app/shapes';
import { counted, locale, name, t } from 'app/text';
import { dateIn, startOfDay } from 'app/zone';
import { html, nothing, render } from 'lit-html';

const NOON = 43_200_000;
const DAY = 86_400_000;
const form = document.getElementById('choose');
const place = (id) => document.getElementById(id);
const compare = new Intl.Collator(locale).compare;
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
let offices = new Map();
let home = { office: '' };
let shown = null;

const zoneOf = (office) => offices.get(office)?.timeZone ?? own;

/** The beginning of the local day and of the next one, in the zone of the office: 23 to 25 hours. */
function span(date, zone) {
  const noon = Date.parse(`${date}T00:00:00Z`) + NOON;
  return [startOfDay(noon, zone), startOfDay(noon + DAY, zone)].map((ms) => new Date(ms).toISOString());
}

function wait() {
  for (const id of ['mismatches', 'cameras']) place(id).classList.add('is-loading');
}

/** The drawn figures, for a file. */
const recorded = () => ({
  head: [t('footage.cameras'), t('footage.segment'), t('footage.column.from'), t('footage.column.to'), t('footage.column.state')],
  rows: shown.cameras.flatMap((camera) => camera.footage.map((one) => [camera.id, one.id, one.from, one.to, t(`footage.state.${one.state}`)])),
});

async function show() {
  const office = form.elements.office.value;
  if (!office) {
    for (const id of ['mismatches', 'cameras']) place(id).classList.remove('is-loading');
    place('found').textContent = t('footage.mismatches');
    render(html`<p class="empty">${t('footage.no-office')}</p>`, place('cameras'));
    return;
  }
  wait();
  const [from, to] = span(form.elements.day.value, zoneOf(office));
  const answer = await ask(`/api/v1/footage/reconciliation?${new URLSearchParams({ office, from, to })}`);
  for (const id of ['mismatches', 'cameras']) place(id).classList.remove('is-loading');
  if (!answer.ok) {
    failed(answer);
    return;
  }
  const day = answer.body;
  shown = day;
  const zone = day.timeZone ?? own;
  render(nothing, place('banner'));
  place('complete').textContent = t('footage.complete', position(day.position));
  place('judged').textContent = t('footage.judged', moment(day.judgedUntil, zone));
  place('found').textContent = day.mismatches.length === 0
    ? t('footage.mismatches.none')
    : counted('footage.mismatches.count', day.mismatches.length, number(day.mismatches.length));
  render(day.mismatches.length === 0 ? html`<p class="muted">${t('footage.mismatches.none.text')}</p>` : table(day, zone), place('mismatches'));
  render(day.cameras.length === 0 ? html`<p class="empty">${t('footage.no-camera')}</p>` : bars(day, zone, link), place('cameras'));
  if (day.cameras.length > 0) exportFrom(place('cameras').closest('.panel'), place('cameras').closest('.panel'), recorded);
}

function failed(answer) {
  place('found').textContent = t('footage.mismatches');
  render(html`<p class="banner bad">${why(answer, t('footage.failed'))}</p>`, place('banner'));
  render(nothing, place('mismatches'));
  render(nothing, place('cameras'));
}

function link(id) {
  const query = address();
  query.set('office', form.elements.office.value);
  query.set('day', form.elements.day.value);
  query.set('segment', id);
  return `/footage?${query}`;
}

const table = (day, zone) => html`<div class="scroll" tabindex="0" role="group" aria-labelledby="mismatches-title"><table class="list">
  <thead><tr><th scope="col">${t('footage.column.what')}</th><th scope="col">${t('footage.column.about')}</th><th scope="col">${t('footage.column.where')}</th>
    <th scope="col">${t('footage.column.from')}</th><th scope="col" class="number">${t('footage.column.length')}</th></tr></thead>
  <tbody>${day.mismatches.map((one) => html`<tr>
    <th scope="row" class="nowrap"><span class="mismatch" data-state="critical">${symbol('critical', 'critical')} ${t(`footage.mismatch.${one.kind}`)}</span></th>
    <td class="nowrap">${one.footage ? html`<a href=${link(one.footage)}>${one.footage}</a>` : subject(one)}</td>
    <td class="nowrap">${one.camera ?? (one.area ? t(`footage.area.${one.area}`) : '')}</td>
    <td class="nowrap"><time datetime=${one.from}>${moment(one.from, zone)}</time></td>
    <td class="number">${duration((Date.parse(one.to) - Date.parse(one.from)) / 1000)}</td>
  </tr>`)}</tbody></table></div>`;

const subject = ({ subject: stream, entry }) => {
  const what = known(`footage.entry.${entry.replace(/-\d+$/, '')}`, entry);
  if (stream.startsWith('custody-')) return html`<a href="/custody/${encodeURIComponent(stream.slice(8))}">${stream}</a> ${what}`;
  return /^(visit|case)-/.test(stream) ? html`<a href="/interactions/${encodeURIComponent(stream)}">${stream}</a> ${what}` : html`${stream} ${what}`;
};

async function showSegment() {
  const id = address().get('segment');
  place('segment-panel').hidden = !id;
  if (!id) return;
  const answer = await ask(`/api/v1/footage/${encodeURIComponent(id)}`);
  const shown = answer.ok
    ? segment(answer.body.footage, zoneOf(answer.body.footage.office), place('main').dataset)
    : html`<p class="empty">${why(answer, t('footage.failed'))}</p>`;
  render(shown, place('segment'));
  place('segment-panel').focus({ preventScroll: true });
  place('segment-panel').scrollIntoView({ block: 'nearest' });
}

/** Where somebody who names no office begins: where the named segment is from, or the newest footage. Most offices have no camera. */
async function usual() {
  const id = address().get('segment');
  const named = id ? await ask(`/api/v1/footage/${encodeURIComponent(id)}`) : null;
  if (named?.ok) {
    const { office, from } = named.body.footage;
    return { office, day: dateIn(Date.parse(from), zoneOf(office)) };
  }
  const newest = await ask('/api/v1/footage?limit=1');
  return { office: (newest.ok && newest.body.items[0]?.office) || form.elements.office.options[0]?.value || '' };
}

function fill() {
  const chosen = address().get('office') ?? home.office;
  form.elements.office.value = chosen;
  if (!form.elements.office.value) form.elements.office.selectedIndex = 0;
  form.elements.day.value = address().get('day') || home.day || dateIn(Date.now(), zoneOf(form.elements.office.value));
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  history.pushState(null, '', `?${new URLSearchParams(new FormData(form))}`);
  show();
  showSegment();
});
form.addEventListener('change', () => form.requestSubmit());
addEventListener('popstate', () => {
  fill();
  show();
  showSegment();
});
document.addEventListener('click', (event) => {
  const to = event.target.closest?.('a[href*="segment="]');
  if (!to || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, '', to.href ?? to.getAttribute('href'));
  showSegment();
});

render(legend(), place('legend'));
offices = await officesById();
form.elements.office.append(...[...offices.values()]
  .map((office) => [office.id, name(office.name, office.id)])
  .sort(([, a], [, b]) => compare(a, b))
  .map(([id, label]) => el('option', { value: id }, label)));
home = address().has('office') ? { office: address().get('office') } : await usual();
fill();
show();
showSegment();
