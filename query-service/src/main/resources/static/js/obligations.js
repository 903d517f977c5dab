/**
 * Duties with a clock, the most urgent first. The stream says when one stands otherwise; the list is then asked for again, as the address says. Time
 * left ticks by the server's clock.
 */
import { ask } from 'app/ask';
import { now } from 'app/clock';
import { el, say } from 'app/dom';
import { Feed } from 'app/feed';
import { showState } from 'app/feed-state';
import { duration, moment, number, position } from 'app/format';
import { LEVEL } from 'app/obligation-level';
import { officesById } from 'app/offices';
import { address, clean, pageLinks, why } from 'app/question';
import { symbol } from 'app/shapes';
import { counted, locale, name, t } from 'app/text';
import { html, nothing, render } from 'lit-html';

const PAGE = 50;
/** A storm of changes asks once. */
const AGAIN_MS = 400;
const SUMMARY_MS = 30_000;
const PAGES = { custody: '/custody/', appeal: '/appeals/', footage: '/footage?segment=' };
const OPEN = ['BREACHED', 'OVERDUE', 'DUE_SOON', 'OPEN', 'PAUSED'];

const { policies } = document.getElementById('main').dataset;
const form = document.getElementById('search');
const results = document.getElementById('results');
const found = document.getElementById('found');
const compare = new Intl.Collator(locale).compare;
let items = [];
let counts = null;
let asked = 0;
let timer = 0;

const paging = (next) => pageLinks('/obligations', clean(address()), next, 'first', 'next');

function fill() {
  for (const field of ['office', 'state']) form.elements[field].value = address().get(field) ?? '';
}

async function load() {
  const mine = ++asked;
  const query = clean(new URLSearchParams({ office: address().get('office') ?? '', state: address().get('state') ?? '', page: address().get('page') ?? '' }));
  query.set('limit', PAGE);
  const answer = await ask(`/api/v1/obligations?${query}`);
  // A later question is on its way: its answer is the one to show.
  if (mine !== asked) return;
  results.classList.remove('is-loading');
  if (!answer.ok) {
    failed(answer);
    return;
  }
  const page = answer.body;
  items = page.items;
  say(document.getElementById('complete'), t('obligations.complete', position(page.position)));
  found.textContent = items.length === 0 ? t('obligations.none') : counted('obligations.count', items.length, number(items.length));
  show();
  paging(page.next);
}

function failed(answer) {
  items = [];
  found.textContent = t('obligations.failed');
  render(html`<p class="empty">${why(answer, t('obligations.failed.text'))}</p>`, results);
  paging(null);
}

const show = () => render(items.length === 0 ? html`<p class="empty">${t('obligations.none.text')}</p>` : table(), results);

// The roles are spelt out because a telephone shows rows as cards, and a table that is no longer laid out as one is no longer read as one.
const table = () => html`<div class="scroll" tabindex="0" role="group" aria-labelledby="found"><table class="list duty-list" role="table">
  <thead role="rowgroup"><tr role="row">
    <th role="columnheader" scope="col">${t('obligations.duty')}</th><th role="columnheader" scope="col">${t('obligations.state')}</th>
    <th role="columnheader" scope="col" class="number">${t('obligations.left')}</th><th role="columnheader" scope="col">${t('obligations.due')}</th>
    <th role="columnheader" scope="col">${t('obligations.office')}</th><th role="columnheader" scope="col">${t('obligations.subject')}</th></tr></thead>
  <tbody role="rowgroup">${items.map(row)}</tbody></table></div>`;

function row(item) {
  const level = LEVEL[item.state];
  return html`<tr role="row" data-wait=${level}>
    <th role="rowheader" scope="row">${name(item.name, item.rule)}${basis(item)}</th>
    <td role="cell" class="nowrap">${symbol(level === 'quiet' ? 'quiet' : level, level)} ${t(`obligation-state.${item.state}`)}</td>
    <td role="cell" class="number wait nowrap">${left(item)}</td>
    <td role="cell" class="nowrap"><time datetime=${item.due}>${moment(item.due, item.timeZone ?? undefined)}</time></td>
    <td role="cell">${name(item.officeName, item.office ?? '')}</td>
    <td role="cell" class="mono">${subject(item.subject)}</td>
  </tr>`;
}

/** Streams are named by what they are of. */
function subject(stream) {
  const [, kind, id] = /^(custody|appeal|footage)-(.+)$/.exec(stream) ?? [];
  return kind ? html`<a href="${PAGES[kind]}${encodeURIComponent(id)}">${stream}</a>` : stream;
}

const basis = (item) => html`<br><a class="muted" href="${policies}#${item.policy}">${name(item.basis, item.policy)}</a>`;

/** Until the due moment, or for how long it has passed; for what is closed, when that was. */
function left(item) {
  if (!OPEN.includes(item.state)) return item.closedAt ? moment(item.closedAt, item.timeZone ?? undefined) : nothing;
  if (item.state === 'PAUSED') return nothing;
  const seconds = (Date.parse(item.due) - now()) / 1000;
  return seconds >= 0 ? duration(seconds) : t('obligations.late', duration(-seconds));
}

function told(message) {
  counts = message.counts;
  const parts = OPEN.filter((state) => counts[state]).map((state) => html`<span class="nowrap">${symbol(LEVEL[state], LEVEL[state])} ${t(`obligation-state.${state}`)} <b>${number(counts[state])}</b></span> `);
  render(parts.length === 0 ? nothing : parts, document.getElementById('counts'));
  clearTimeout(timer);
  timer = setTimeout(load, AGAIN_MS);
}

const feed = new Feed('/api/v1/obligations/stream');
showState(feed);
feed.addEventListener('snapshot', ({ detail }) => told(detail));
feed.addEventListener('delta', ({ detail }) => told(detail));

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', () => {
  const query = clean(new URLSearchParams(new FormData(form)));
  history.pushState(null, '', query.size > 0 ? `?${query}` : location.pathname);
  load();
});
addEventListener('popstate', () => {
  fill();
  load();
});

setInterval(() => {
  if (feed.state === 'live' && items.length > 0) show();
}, 1000);

/** A polite word every half minute instead of a number that never stops talking. */
setInterval(() => {
  if (feed.state !== 'live' || !counts) return;
  const overdue = (counts.OVERDUE ?? 0) + (counts.BREACHED ?? 0);
  say(document.getElementById('summary'), counted('obligations.summary', overdue, number(overdue)));
}, SUMMARY_MS);

const offices = await officesById();
form.elements.office.append(...[...offices.values()]
  .map((office) => [office.id, name(office.name, office.id)])
  .sort(([, a], [, b]) => compare(a, b))
  .map(([id, label]) => el('option', { value: id }, label)));
fill();
load();
feed.open();
