/** Appeals by urgency. The address is the search: it can be sent, kept and gone back to. */
import { stateOf, statusOf, timeLeft } from 'app/appeal-parts';
import { ask } from 'app/ask';
import { el } from 'app/dom';
import { duration, moment, number, percent, position } from 'app/format';
import { officesById } from 'app/offices';
import { address, clean, pageLinks, why } from 'app/question';
import { language, locale, name, t } from 'app/text';
import { startOfDay } from 'app/zone';
import { html, nothing, render } from 'lit-html';

const PAGE = 50;
/** Terms are counted in days; a list that is open on a wall still has to turn. */
const AGAIN_MS = 30_000;
const FIELDS = ['office', 'q', 'by', 'state'];
const form = document.getElementById('search');
const results = document.getElementById('results');
const found = document.getElementById('found');
const compare = new Intl.Collator(locale).compare;
let offices = new Map();

const paging = (next) => pageLinks('/appeals', clean(address()), next, 'begin', 'on');

function fill() {
  for (const field of FIELDS) form.elements[field].value = address().get(field) ?? '';
  form.elements.overdue.checked = address().get('overdue') === 'true';
}

/** What the interface is asked: "due by this day" ends with the day, in the zone of the chosen office, else of the reader. */
function question() {
  const here = address();
  const zone = offices.get(here.get('office'))?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const by = here.get('by');
  const nextDay = by ? startOfDay(Date.parse(`${by}T12:00:00Z`) + 86_400_000, zone) : null;
  return clean(new URLSearchParams({
    office: here.get('office') ?? '', q: (here.get('q') ?? '').trim(), state: here.get('state') ?? '', overdue: here.get('overdue') ?? '',
    dueBefore: nextDay === null ? '' : new Date(nextDay).toISOString(), page: here.get('page') ?? '', limit: PAGE,
  }));
}

async function search() {
  const office = address().get('office');
  const [list, figures] = await Promise.all([ask(`/api/v1/appeals?${question()}`), ask(`/api/v1/appeals/figures?${clean(new URLSearchParams({ office: office ?? '' }))}`)]);
  results.classList.remove('is-loading');
  showFigures(figures);
  if (!list.ok) {
    found.textContent = t(list.status >= 400 && list.status < 500 && list.status !== 401 ? 'appeals.refused' : 'appeals.failed');
    render(html`<p class="empty">${why(list, t('appeals.failed.text'))}</p>`, results);
    paging(null);
    return;
  }
  const page = list.body;
  document.getElementById('complete').textContent = t('appeals.complete', position(page.position));
  found.textContent = page.items.length === 0 ? t('appeals.none') : t('appeals.count', number(page.items.length));
  render(page.items.length === 0 ? html`<p class="empty">${t('appeals.none.text')}</p>` : table(page), results);
  paging(page.next);
}

function showFigures({ ok, body }) {
  const place = document.getElementById('figures');
  place.classList.remove('is-loading');
  if (!ok) return render(html`<p class="empty">${t('appeals.figures.failed')}</p>`, place);
  if (body.rows.length === 0) return render(html`<p class="empty">${t('appeals.figures.none')}</p>`, place);
  const [response, term] = body.definitions;
  return render(html`${body.rows.map((row) => html`<dl class="values">
      ${body.rows.length > 1 ? html`<div><dt>${t('appeals.origin')}</dt><dd>${t(`origin.${row.origin}`)}</dd></div>` : nothing}
      <div><dt>${t('appeals.response')}</dt><dd>${responses(row.firstResponse)}</dd></div>
      <div><dt>${t('appeals.response.open')}</dt><dd>${number(row.firstResponse.open)}</dd></div>
      <div><dt>${t('appeals.kept')}</dt><dd>${row.term.share === null ? t('appeals.kept.none') : t('appeals.kept.of', percent(row.term.kept, row.term.kept + row.term.late), number(row.term.kept + row.term.late))}</dd></div>
      <div><dt>${t('appeals.late')}</dt><dd>${number(row.term.late)}</dd></div></dl>`)}
    <details class="raw"><summary>${t('appeals.definitions')}</summary>
      ${[response, term].map((each) => html`<p><b class="mono">${each.id}@${each.version}</b> ${each.text[language] ?? each.text.en}</p>`)}</details>`, place);
}

/** Below thirty there is no percentile: the values speak for themselves. */
function responses(figures) {
  if (figures.n === 0) return t('appeals.response.none');
  if (figures.values) return t('appeals.response.values', number(figures.n), figures.values.map((seconds) => duration(seconds)).join(' · '));
  return t('appeals.response.percentiles', duration(figures.p50), duration(figures.p90), number(figures.n));
}

// The roles are spelt out because a telephone shows rows as cards, and a table that is no longer laid out as one is no longer read as one.
const table = (page) => html`<div class="scroll" tabindex="0" role="group" aria-labelledby="found"><table class="list found" role="table">
  <thead role="rowgroup"><tr role="row">
    <th role="columnheader" scope="col">${t('appeals.number')}</th><th role="columnheader" scope="col">${t('appeals.state')}</th><th role="columnheader" scope="col">${t('appeals.office')}</th><th role="columnheader" scope="col">${t('appeals.about')}</th>
    <th role="columnheader" scope="col">${t('appeals.staff')}</th><th role="columnheader" scope="col">${t('appeals.due')}</th><th role="columnheader" scope="col">${t('appeals.time-left')}</th>
  </tr></thead>
  <tbody role="rowgroup">${page.items.map((item) => row(item, page.at))}</tbody></table></div>`;

const row = (item, at) => html`<tr role="row">
    <th role="rowheader" scope="row"><a class="ticket" href="/appeals/${encodeURIComponent(item.id)}">${item.number ?? t('appeals.unregistered')}</a>
      ${item.benefitHolder ? html` <span class="badge solid">${t('appeals.benefit')}</span>` : nothing}
      ${item.proposals.length > 0 ? html` <span class="badge late">${t('appeals.signature')}</span>` : nothing}</th>
    <td role="cell">${stateOf(item)} ${statusOf(item)}</td>
    <td role="cell">${name(item.officeName, item.office)}</td>
    <td role="cell">${t(`appeal-kind.${item.kind}`)} · ${t(`appeal-topic.${item.topic}`)}</td>
    <td role="cell">${item.staff ?? t('appeals.nobody')}</td>
    <td role="cell" class="nowrap">${item.due ? html`<time datetime=${item.due}>${moment(item.due, item.timeZone ?? undefined)}</time>` : t('appeals.received', moment(item.receivedAt, item.timeZone ?? undefined))}</td>
    <td role="cell" class="nowrap">${timeLeft(item, at)}</td>
  </tr>`;

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
setInterval(() => document.hidden || search(), AGAIN_MS);

offices = await officesById();
form.elements.office.append(...[...offices.values()]
  .map((office) => [office.id, name(office.name, office.id)])
  .sort(([, a], [, b]) => compare(a, b))
  .map(([id, label]) => el('option', { value: id }, label)));
fill();
search();
