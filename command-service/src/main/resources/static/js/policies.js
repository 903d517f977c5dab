/** Policies as dated versions, with the one that held on a day of one's choice; and the calendars by which they count. The address is the question. */
import { ask } from 'app/ask';
import { clock, day, duration, moment, number, position } from 'app/format';
import { counted, locale, name, t } from 'app/text';
import { html, nothing, render } from 'lit-html';

const HOUR = 3600;
/** Where the days of the law begin, wherever the reader is. */
const LAW_ZONE = 'Europe/Kyiv';
const form = document.getElementById('when');
const place = document.getElementById('policies');
const banner = document.getElementById('banner');
/** Named by what their ids begin with; what a site adds comes last. */
const ABOUT = ['visit', 'appeal', 'custody', 'footage', 'feedback', 'community', 'obligation'];
const about = ({ id }) => ABOUT.find((each) => id.startsWith(`${each}-`)) ?? 'rest';
let asked = 0;
let first = true;

/** The version that a link meant. */
const named = () => decodeURIComponent(location.hash.slice(1));
const chosen = () => new URLSearchParams(location.search).get('day') ?? '';

/** Noon of the reader's day: a version begins and ends with a day. */
const asOf = () => (chosen() ? new Date(`${chosen()}T12:00:00`) : new Date());

async function load() {
  const mine = ++asked;
  const at = asOf();
  const [policies, calendars] = await Promise.all([ask(`/api/v1/policies?at=${at.toISOString()}`), ask('/api/v1/calendars')]);
  if (mine !== asked) return;
  // What the server wrote gives way once; from then on the place is lit-html's.
  place.querySelector(':scope > .is-loading')?.remove();
  const failed = [policies, calendars].find((answer) => !answer.ok);
  render(failed ? html`<p class="banner bad">${why(failed)}</p>` : nothing, banner);
  if (failed) return;
  document.getElementById('complete').textContent = t('policies.complete', position(policies.body.position));
  const groups = Map.groupBy(policies.body.state, about);
  render(policies.body.state.length === 0 ? html`<p class="empty">${t('policies.none')}</p>`
    : html`${[...ABOUT, 'rest'].filter((each) => groups.has(each)).map((each) => group(each, groups.get(each), at))}
      ${calendars.body.state.length === 0 ? nothing : hours(calendars.body.state)}`, place);
  // The rows were not there yet when the browser looked for the one that the address names.
  if (first && named()) document.getElementById(named())?.scrollIntoView({ block: 'center' });
  first = false;
}

const group = (what, policies, at) => html`<section class="panel" aria-labelledby="about-${what}"><div class="panel-head"><h2 id="about-${what}">${t(`policies.about.${what}`)}</h2></div>
  <table class="list rules" role="table"><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${t('policies.rule')}</th><th role="columnheader" scope="col">${t('policies.holds')}</th><th role="columnheader" scope="col">${t('policies.span')}</th><th role="columnheader" scope="col">${t('policies.basis')}</th></tr></thead>
  <tbody role="rowgroup">${policies.flatMap((policy) => policy.versions.map((version) => row(policy, version, at)))}</tbody></table></section>`;

function row(policy, version, at) {
  const state = stateOf(policy, version, at);
  return html`<tr role="row" id=${version.ref} class=${named() === version.ref ? 'named' : nothing} data-holds=${state === 'IN_FORCE'}>
    <th role="rowheader" scope="row">${name(version.name, policy.id)} <code>${version.ref}</code></th>
    <td role="cell" class="holds">${version.limit ? limit(version.limit) : number(version.number)}${version.calendar ? html` <span class="muted">${version.calendar}</span>` : nothing}
      ${version.pausedBy.length > 0 ? html`<br><small class="muted">${t('policies.paused-by', version.pausedBy.join(', '))}</small>` : nothing}</td>
    <td role="cell" class="span">${since(version.inForceFrom)} – ${version.inForceUntil ? since(version.inForceUntil) : t('policies.open')} <span class="state">${t(`policies.state.${state}`)}</span>${version.retroactive ? html` <span class="muted">${t('policies.retroactive')}</span>` : nothing}</td>
    <td role="cell" class="basis">${name(version.basis)}</td></tr>`;
}

function stateOf(policy, version, at) {
  if (version.withdrawn) return 'WITHDRAWN';
  if (policy.inForce === version.version) return 'IN_FORCE';
  if (Date.parse(version.inForceFrom) > at) return 'NOT_YET';
  return version.inForceUntil && Date.parse(version.inForceUntil) <= at ? 'ENDED' : 'REPLACED';
}

/** A day, unless it begins in the middle of one. */
const since = (instant) => (clock(instant, LAW_ZONE) === '00:00:00' ? day(instant, LAW_ZONE) : moment(instant, LAW_ZONE));

/** As the law says it: 72 hours are not three days. */
function limit({ amount, unit }) {
  if (unit === 'IMMEDIATELY') return t('policies.at-once', span(amount));
  if (unit === 'SECONDS') return span(amount);
  if (unit === 'WORKING_SECONDS') return t('policies.working-time', span(amount));
  if (unit === 'WORKING_DAYS') return amount === 0 ? t('policies.same-working-day') : counted('policies.working-days', amount, number(amount));
  return unit === 'MONTHS' ? counted('policies.months', amount, number(amount)) : counted('policies.days', amount, number(amount));
}

const span = (seconds) => (seconds >= HOUR && seconds % HOUR === 0 ? `${number(seconds / HOUR)}\u202f${t('unit.hour')}` : duration(seconds));

const WEEK = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const weekday = (given) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + WEEK.indexOf(given)));
const date = (given) => day(`${given}T12:00:00Z`, 'UTC');

const hours = (calendars) => html`<section class="panel" aria-labelledby="calendars-title"><div class="panel-head"><h2 id="calendars-title">${t('policies.calendars')}</h2><p class="muted">${t('policies.calendars.note')}</p></div>
  ${calendars.map((calendar) => html`<h3 id=${calendar.id}>${name(calendar.name, calendar.id)} <code class="muted">${calendar.id}</code></h3>
    ${calendar.periods.map((period) => html`<p>${t('policies.calendar.from', date(period.firstDay))} <span class="muted">${name(period.basis)}</span></p>
      <dl class="hours">${period.weekly.map((each) => html`<dt>${weekday(each.day)}</dt><dd>${each.from} – ${each.to}</dd>`)}</dl>
      ${period.exceptions.length === 0 ? nothing : html`<details class="raw"><summary>${counted('policies.exceptions', period.exceptions.length, number(period.exceptions.length))}</summary>
        <dl class="hours">${period.exceptions.map((each) => html`<dt>${date(each.day)}</dt><dd>${each.from ? `${each.from} – ${each.to}` : t('policies.closed')} <span class="muted">${name(each.name)}</span></dd>`)}</dl></details>`}`)}`)}</section>`;

function why({ status, body }) {
  if (status === 401) return html`${t('policies.signed-out')} <a href=${location.href}>${t('policies.sign-in')}</a>`;
  return body.detail ?? html`${t('policies.failed')} <button type="button" class="button plain" @click=${load}>${t('policies.again')}</button>`;
}

function fill() {
  form.elements.day.value = chosen();
}

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', () => {
  const wanted = form.elements.day.value;
  history.pushState(null, '', wanted ? `?day=${wanted}` : location.pathname);
  load();
});
addEventListener('popstate', () => {
  fill();
  load();
});

fill();
load();
