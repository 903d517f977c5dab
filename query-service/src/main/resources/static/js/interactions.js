/** The search for visits and cases. The address is the search: it can be sent, kept and gone back to. */
import { ask } from 'app/ask';
import { el } from 'app/dom';
import { duration, moment, number, position } from 'app/format';
import { officesById } from 'app/offices';
import { address, clean, pageLinks, why } from 'app/question';
import { symbol } from 'app/shapes';
import { has, locale, name, t } from 'app/text';
import { startOfDay } from 'app/zone';
import { html, nothing, render } from 'lit-html';

const PAGE = 50;
const form = document.getElementById('search');
const results = document.getElementById('results');
const found = document.getElementById('found');
const FIELDS = ['office', 'from', 'to', 'q', 'kind', 'state'];
/** What a display shows to call somebody; everything else that is typed is the beginning of an id. */
const TICKET = /^\p{L}{0,3}\d{1,4}$/u;
const compare = new Intl.Collator(locale).compare;
let offices = new Map();

const paging = (next) => pageLinks('/interactions', clean(address()), next, 'newest', 'older');

function fill() {
  for (const field of FIELDS) form.elements[field].value = address().get(field) ?? '';
  form.elements.late.checked = address().get('late') === 'true';
}

/** Start of a local day, `days` later, in the zone of the chosen office, else of the reader. */
function instant(date, days, zone) {
  const noon = Date.parse(`${date}T12:00:00Z`) + days * 86_400_000;
  return new Date(startOfDay(noon, zone)).toISOString();
}

/** What the interface is asked: local days become instants, the one text box becomes an id or a ticket. */
function question() {
  const here = address();
  const zone = offices.get(here.get('office'))?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const text = (here.get('q') ?? '').trim();
  const isId = !TICKET.test(text);
  return clean(new URLSearchParams({
    office: here.get('office') ?? '', kind: here.get('kind') ?? '', state: here.get('state') ?? '', late: here.get('late') ?? '',
    id: isId ? text : '', ticket: isId ? '' : text,
    from: here.get('from') ? instant(here.get('from'), 0, zone) : '', to: here.get('to') ? instant(here.get('to'), 1, zone) : '',
  }));
}

async function search() {
  const query = question();
  document.getElementById('csv').href = `/api/v1/interactions/csv?${query}`;
  query.set('limit', PAGE);
  if (address().get('page')) query.set('page', address().get('page'));
  results.classList.add('is-loading');
  const answer = await ask(`/api/v1/interactions?${query}`);
  results.classList.remove('is-loading');
  if (!answer.ok) return failed(answer);
  const page = answer.body;
  document.getElementById('complete').textContent = t('interactions.complete', position(page.position));
  found.textContent = page.items.length === 0 ? t('interactions.none') : t('interactions.count', number(page.items.length));
  render(page.items.length === 0 ? html`<p class="empty">${t('interactions.none.text')}</p>` : table(page.items), results);
  paging(page.next);
  return null;
}

function failed(answer) {
  found.textContent = t(answer.status >= 400 && answer.status < 500 && answer.status !== 401 ? 'interactions.refused' : 'interactions.failed');
  render(html`<p class="empty">${why(answer, t('interactions.failed.text'))}</p>`, results);
  paging(null);
}

// The roles are spelt out because a telephone shows rows as cards, and a table that is no longer laid out as one is no longer read as one.
const table = (items) => html`<div class="scroll" tabindex="0" role="group" aria-labelledby="found"><table class="list found" role="table">
  <thead role="rowgroup"><tr role="row">
    <th role="columnheader" scope="col">${t('column.ticket')}</th><th role="columnheader" scope="col">${t('column.state')}</th><th role="columnheader" scope="col">${t('column.office')}</th><th role="columnheader" scope="col">${t('column.service')}</th>
    <th role="columnheader" scope="col">${t('column.channel')}</th><th role="columnheader" scope="col">${t('column.opened')}</th><th role="columnheader" scope="col" class="number">${t('column.wait')}</th><th role="columnheader" scope="col" class="number">${t('column.facts')}</th>
  </tr></thead>
  <tbody role="rowgroup">${items.map(row)}</tbody></table></div>`;

function row(item) {
  const zone = offices.get(item.office)?.timeZone;
  return html`<tr role="row">
    <th role="rowheader" scope="row"><a class="ticket" href="/interactions/${encodeURIComponent(item.id)}">${item.ticket || item.id}</a> <span class="muted">${item.ticket ? nothing : t(`kind.${item.kind}`)}</span></th>
    <td role="cell"><span class="state" data-state=${item.state}>${has(`state-of.${item.state}`) ? t(`state-of.${item.state}`) : item.state}</span>
      ${item.late ? html` <span class="badge late">${symbol('late')} ${t('badge.late')}</span>` : nothing}</td>
    <td role="cell">${name(item.officeName, item.office)}</td>
    <td role="cell">${name(item.serviceName, item.service ?? '')}</td>
    <td role="cell">${channel(item.channel)}</td>
    <td role="cell" class="nowrap"><time datetime=${item.openedAt}>${moment(item.openedAt, zone)}</time></td>
    <td role="cell" class="number">${duration(item.waitSeconds)}</td>
    <td role="cell" class="number">${number(item.facts)}</td>
  </tr>`;
}

export const channel = (value) => (value && has(`channel.${value}`) ? t(`channel.${value}`) : (value ?? ''));

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const query = clean(new URLSearchParams(new FormData(form)));
  history.pushState(null, '', query.size > 0 ? `?${query}` : location.pathname);
  search();
});
form.addEventListener('change', (event) => {
  if (event.target.matches('select, [type=date], [type=checkbox]')) form.requestSubmit();
});
addEventListener('popstate', () => {
  fill();
  search();
});

offices = await officesById();
form.elements.office.append(...[...offices.values()]
  .map((office) => [office.id, name(office.name, office.id)])
  .sort(([, a], [, b]) => compare(a, b))
  .map(([id, label]) => el('option', { value: id }, label)));
fill();
search();
