/** What people say of the service, with the number of answers behind each figure. The address is the question. */
import { ask } from 'app/ask';
import { exportFrom } from 'app/exports';
import { decimal, moment, number, percent, position } from 'app/format';
import { address, pageLinks, why } from 'app/question';
import { bar, symbol } from 'app/shapes';
import { has, locale, name, t } from 'app/text';
import { html, nothing, render } from 'lit-html';

const PAGE = 20;
const AGAIN_MS = 30_000;
const DAY_MS = 86_400_000;
const FIELDS = ['from', 'to', 'by', 'channel'];
const compare = new Intl.Collator(locale, { numeric: true }).compare;
const place = (id) => document.getElementById(id);
const form = place('filter');
let asked = 0;
let shown = null;

/** What the interface is asked: the last day that is meant becomes the first that is not. */
function question() {
  const here = address();
  const query = new URLSearchParams();
  if (here.get('from')) query.set('from', here.get('from'));
  if (here.get('to')) query.set('to', new Date(Date.parse(`${here.get('to')}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10));
  if (here.get('channel')) query.set('channel', here.get('channel'));
  return query;
}

async function load() {
  const mine = ++asked;
  const by = address().get('by') || 'office';
  const comments = question();
  comments.set('limit', PAGE);
  if (address().get('page')) comments.set('page', address().get('page'));
  const [all, rows, said] = await Promise.all([
    ask(`/api/v1/feedback?${question()}`), ask(`/api/v1/feedback?by=${by}&${question()}`), ask(`/api/v1/feedback/comments?${comments}`),
  ]);
  if (mine !== asked) return;
  const failed = [all, rows, said].find((answer) => !answer.ok);
  if (failed !== undefined) {
    render(html`<p class="banner bad">${why(failed, t('feedback.failed'))}</p>`, place('banner'));
    return;
  }
  render(nothing, place('banner'));
  place('complete').textContent = t('board.complete', position(all.body.position));
  place('rule').textContent = all.body.smallestSample === null ? t('feedback.no-rule') : t('feedback.rule', number(all.body.smallestSample), all.body.policy);
  render(all.body.rows.length === 0 ? html`<p class="empty"><strong>${t('feedback.none')}</strong>${t('feedback.none.text')}</p>` : all.body.rows.map(figures), place('figures'));
  table(rows.body.rows, by);
  render(said.body.items.length === 0 ? html`<p class="empty">${t('feedback.comments.none')}</p>` : html`<ul class="ratings">${said.body.items.map(comment)}</ul>`, place('comments'));
  pageLinks('/feedback', address(), said.body.next, 'newest', 'older');
  for (const id of ['figures', 'rows', 'comments']) place(id).classList.remove('is-loading');
}

/** What chance may have made of a share. */
const interval = ({ low, high }) => (low === null ? '' : `${number(Math.round(low))}–${percent(high, 100)}`);

/** A share with its n, or the answers themselves where there are too few for one. */
const share = (value, n) => (value === null ? html`<span class="muted">${n === 0 ? '—' : t('feedback.too-few', number(n))}</span>` : percent(value, 100));
const score = (nps) => (nps.score === null ? html`<span class="muted">${nps.n === 0 ? '—' : t('feedback.too-few', number(nps.n))}</span>` : signed(nps.score));
const signed = (value) => (value > 0 ? `+${decimal(value)}` : decimal(value).replace('-', '−'));

function figures(row) {
  const figure = (label, value, note) => html`<div class="kpi"><dt>${label}</dt><dd><span class="value">${value}</span><p class="note">${note}</p></dd></div>`;
  return html`${row.origin === 'LIVE' ? nothing : html`<p><span class="badge">${t(`badge.${row.origin}`)}</span></p>`}<dl class="kpis">
    ${figure(t('kpi.csat'), share(row.csat.percent, row.csat.n), [t('kpi.n', number(row.csat.n)), interval(row.csat)].filter(Boolean).join(' · '))}
    ${figure(t('feedback.nps'), score(row.nps), t('feedback.nps.note', number(row.nps.promoters), number(row.nps.passives), number(row.nps.detractors)))}
    ${figure(t('feedback.response'), share(row.responsePercent, row.offered), t('feedback.response.note', number(row.answered), number(row.offered)))}
    ${figure(t('feedback.open'), number(row.open), t('feedback.expired', number(row.expired)))}
    ${figure(t('feedback.comments'), number(row.comments), percent(row.comments, row.answered + row.unasked))}
  </dl>`;
}

function label(row, by) {
  if (by === 'office') return name(row.officeName, row.office);
  if (by === 'region') return name(row.regionName, row.region);
  if (by === 'service') return row.service === '' ? t('feedback.at-large') : name(row.serviceName, row.service);
  return channel(row.channel);
}

const channel = (value) => (has(`feedback.channel.${value}`) ? t(`feedback.channel.${value}`) : t('feedback.channel.unknown'));

function table(rows, by) {
  // By name: an order by satisfaction is mostly chance, and read as one of merit.
  const sorted = [...rows].sort((a, b) => compare(label(a, by), label(b, by)) || compare(a.origin, b.origin));
  shown = { by, rows: sorted };
  if (sorted.length > 0) exportFrom(place('rows').closest('.panel'), place('rows'), answers);
  render(sorted.length === 0 ? html`<p class="empty">${t('feedback.none.text')}</p>` : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="rows-title"><table class="list">
    <thead><tr><th scope="col">${t(`feedback.by.${by}`)}</th><th scope="col" class="number">${t('kpi.csat')}</th><th scope="col" class="number">${t('feedback.interval')}</th><th scope="col" class="wide">${t('feedback.answers')}</th><th scope="col" class="number">${t('feedback.nps')}</th><th scope="col" class="number">${t('feedback.response')}</th><th scope="col" class="number">${t('feedback.comments')}</th></tr></thead>
    <tbody>${sorted.map((row) => html`<tr><th scope="row">${label(row, by)}${row.origin === 'LIVE' ? nothing : html` <span class="badge">${t(`badge.${row.origin}`)}</span>`}</th>
      <td class="number">${share(row.csat.percent, row.csat.n)}</td>
      <td class="number">${interval(row.csat)}</td>
      <td class="wide">${stars(row.csat)}</td>
      <td class="number">${score(row.nps)}</td><td class="number">${share(row.responsePercent, row.offered)}</td><td class="number">${number(row.comments)}</td></tr>`)}</tbody></table></div>`, place('rows'));
}

/** The drawn figures, for a file. */
function answers() {
  const points = [1, 2, 3, 4, 5];
  return {
    head: [t(`feedback.by.${shown.by}`), t('filter.origin'), `${t('kpi.csat')}, %`, `${t('feedback.interval')}, ≥`, `${t('feedback.interval')}, ≤`, ...points.map((point) => `${t('kpi.csat')} ${point}`), t('feedback.nps'), `${t('feedback.response')}, %`, t('feedback.comments')],
    rows: shown.rows.map((row) => [label(row, shown.by), row.origin, row.csat.percent, row.csat.low, row.csat.high, ...points.map((point) => row.csat.counts[point - 1]), row.nps.score, row.responsePercent, row.comments]),
  };
}

/** The answers from 5 down to 1, each as a part of all. */
function stars(csat) {
  const text = t('feedback.counts', ...[...csat.counts].reverse().map((n) => number(n)));
  return html`<div class="spread" role="img" aria-label=${text} title=${text}>${[...csat.counts].reverse().map((n) => bar(csat.n === 0 ? 0 : n / csat.n))}</div>`;
}

const comment = (item) => html`<li>
    <span class="stars" role="img" aria-label=${item.csat ? t('office.rating.csat', item.csat) : t('office.rating.nps', item.nps ?? '—')}>
      ${item.csat ? [1, 2, 3, 4, 5].map((star) => html`<span class=${star <= item.csat ? 'star on' : 'star'}>${symbol('star')}</span>`) : nothing}
      ${item.nps === null ? nothing : html`<span class="badge solid">${t('office.rating.nps', item.nps)}</span>`}
    </span>
    <blockquote>${item.comment} <span class="muted">${name(item.officeName, item.office)}${item.service ? ` · ${name(item.serviceName, item.service)}` : ''} · ${channel(item.channel)}${item.origin === 'LIVE' ? '' : ` · ${t(`badge.${item.origin}`)}`}${item.visit ? html` · <a href="/interactions/visit-${encodeURIComponent(item.visit)}">${t('feedback.visit')}</a>` : nothing}${item.appeal ? html` · <a href="/appeals/${encodeURIComponent(item.appeal)}">${t('feedback.appeal')}</a>` : nothing}</span></blockquote>
    <time class="muted" datetime=${item.at}>${moment(item.at, item.timeZone)}</time>
  </li>`;

function fill() {
  for (const field of FIELDS) form.elements[field].value = address().get(field) ?? (field === 'by' ? 'office' : '');
}

form.addEventListener('change', () => {
  const query = new URLSearchParams([...new FormData(form)].filter(([key, value]) => value && !(key === 'by' && value === 'office')));
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
