/** One office: who waits, who serves, how the day went. The stream says when it changed; the detail is then asked for. */
import { ask } from 'app/ask';
import { assess, reason } from 'app/attention';
import { now, secondsSince } from 'app/clock';
import { deskFigures, desks, occupancy } from 'app/desks';
import { el, icon, say } from 'app/dom';
import { exportFrom } from 'app/exports';
import { Feed } from 'app/feed';
import { showState } from 'app/feed-state';
import { clock, duration, number, percent, position } from 'app/format';
import { complete } from 'app/freshness';
import { heard as heardOf, pastOf, showPast } from 'app/past';
import { HourChart } from 'app/hours';
import { Kpis } from 'app/kpis';
import { closed, mix, mixFigures, together } from 'app/mix';
import { queue } from 'app/queue';
import { ratings } from 'app/ratings';
import { OfficeDuties } from 'app/office-duties';
import { showRecord } from 'app/record';
import { counted, name, t } from 'app/text';
import { withOpen } from 'app/trend';
import { startOfDay } from 'app/zone';
import { render } from 'lit-html';

/** At most this often the detail is asked for, however fast the facts come. */
const LOAD_MS = 1000;
const MIX_MS = 30_000;
const SUMMARY_MS = 30_000;

const main = document.getElementById('main');
const id = main.dataset.office;
const at = `/api/v1/live/offices/${encodeURIComponent(id)}`;
const kpis = new Kpis(document.getElementById('kpis'));
const place = (which) => document.getElementById(which);
const duties = new OfficeDuties(id, place('duties'));
let office = null;
let need = null;
let chart = null;
let services = null;
/** What today's waits come to with those who still wait. */
let waits = null;
let loadDue = 0;
let mixDue = 0;
let timer = 0;
let missing = false;
let loading = false;
/** The newest message of the stream. */
let heard = null;

async function load() {
  clearTimeout(timer);
  timer = 0;
  const upTo = heard;
  loading = true;
  loadDue = performance.now() + LOAD_MS;
  const answer = await ask(at);
  loading = false;
  if (answer.status === 404) return unknown();
  if (!answer.ok) {
    if (!office) failed();
    timer = setTimeout(load, 3000);
    return null;
  }
  // It was unknown a moment ago and has just been registered: begin again rather than undo what was shown.
  if (missing) return location.reload();
  const first = !office;
  office = answer.body;
  document.title = `${name(office.name, id)} · ${t('app.name')}`;
  if (first) place('heading').replaceChildren();
  // The answer holds at least what the stream had told before it was asked for.
  if (upTo && !pastOf(office)) complete(upTo);
  if (heard) unchanged();
  if (isRecord()) return showRecord(office, place('record'), place('live'), heading);
  show();
  if (performance.now() > mixDue) loadMix();
  return null;
}

/** Imported history has no desks and no present; it gets a page of its own kind. */
const isRecord = () => office.origin === 'IMPORTED';

async function loadMix() {
  mixDue = performance.now() + MIX_MS;
  const query = new URLSearchParams({
    measure: 'wait', office: id, bucket: 'total',
    from: new Date(startOfDay(now(), office.timeZone)).toISOString(), to: new Date(now() + 60_000).toISOString(),
  });
  const [whole, answer] = await Promise.all([ask(`/api/v1/metrics?${query}`), ask(`/api/v1/metrics?${query}&by=service`)]);
  if (whole.ok) waits = whole.body.rows.length === 1 ? withOpen(whole.body.rows[0]) : null;
  if (answer.ok) services = { ...answer.body, rows: together(answer.body.rows) };
  if (office) show();
}

function show() {
  need = assess(office);
  showPast(pastOf(office));
  heading();
  kpis.show({ ...office, withOpen: waits }, [office]);
  const seconds = office.waitTargetSeconds;
  render(desks(office), place('desks'));
  render(queue(office), place('queue'));
  render(mix(services?.rows ?? null), place('mix'));
  const lost = closed(services?.rows ?? []);
  say(place('mix-note'), lost > 0 ? counted('office.mix.closed', lost, number(lost)) : '');
  if (services?.rows.length > 0) exportFrom(place('mix').closest('.panel'), place('mix'), () => ({ ...mixFigures(services.rows), complete: t('board.complete', position(services.position)) }));
  render(ratings(office), place('ratings'));
  const share = occupancy(office);
  const open = t('office.desks.note', number(office.openDesks), number(office.desks.length));
  say(place('desks-note'), share === null ? open : `${open} · ${t('office.desks.occupancy', percent(share, 1))}`);
  if (office.desks.length > 0) exportFrom(place('desks').closest('.panel'), null, () => deskFigures(office));
  say(place('queue-note'), office.waiting > 0 ? t('office.queue.note') : '');
  const csat = office.csat ?? { n: 0 };
  say(place('ratings-note'), csat.n > 0 ? t('office.ratings.note', number(csat.satisfied), number(csat.n)) : '');
  hours(seconds);
}

function hours(target) {
  const rows = (office.hours ?? []).map((row) => ({ hour: row.hour, n: row.n ?? row.served, open: Math.max(0, (row.open ?? 0)), p50: row.waitP50, p90: row.waitP90 }));
  if (rows.every((row) => !row.n && !row.open)) {
    chart = null;
    place('hours').replaceChildren(el('p', { class: 'empty' }, t('office.hours.none')));
    return;
  }
  chart ??= new HourChart(place('hours'), place('hours-legend'));
  chart.show(rows, target, t('trend.label'));
}

function heading() {
  const head = place('heading');
  if (!head.firstChild) {
    head.append(el('h1'), el('span', { class: 'badge solid', id: 'state' }), el('span', { class: 'badge' }), el('p', { class: 'muted', id: 'where' }),
      el('a', { class: 'button plain', href: `/interactions?office=${encodeURIComponent(id)}` }, t('office.interactions')));
  }
  const [title, state, origin, where] = head.children;
  say(title, name(office.name, id));
  const stands = need ?? assess(office);
  const level = stands.state;
  if (state.dataset.state !== level) {
    state.dataset.state = level;
    state.replaceChildren(icon(level), el('span'));
  }
  say(state.lastChild, stands.reason === 'over-target' ? t('reason.over-target', duration(stands.over)) : reason(stands));
  origin.hidden = office.origin === 'LIVE';
  say(origin, t(`badge.${office.origin}`));
  say(where, [name(office.organisationName), name(office.regionName), t('office.local-time', clock(new Date(now()).toISOString(), office.timeZone))].filter(Boolean).join(' · '));
}

function unknown() {
  missing = true;
  place('live').hidden = true;
  place('heading').replaceChildren(el('h1', {}, t('office.unknown')));
  const box = place('record');
  box.hidden = false;
  box.replaceChildren(el('div', { class: 'empty' }, t('office.unknown.text', id), el('div', {}, el('a', { class: 'button plain', href: '/' }, t('error.home')))));
  return null;
}

function failed() {
  place('heading').replaceChildren(el('h1', {}, t('office.failed')), el('p', { class: 'muted' }, t('office.failed.text')));
}

/** What is shown is complete to what was heard last, unless something newer is on its way. */
function unchanged() {
  if (office && timer === 0 && !loading && !pastOf(office)) complete(heard);
}

function changed() {
  if (timer === 0) timer = setTimeout(load, Math.max(0, loadDue - performance.now()));
}

const feed = new Feed(`/api/v1/live/stream?office=${encodeURIComponent(id)}`);
showState(feed);
feed.addEventListener('snapshot', ({ detail }) => {
  heard = detail;
  heardOf(detail);
  if (!missing) changed();
});
feed.addEventListener('delta', ({ detail }) => {
  heard = detail;
  heardOf(detail);
  changed();
});
feed.addEventListener('beat', ({ detail }) => {
  heard = detail;
  heardOf(detail);
  unchanged();
});

setInterval(() => {
  if (!office || feed.state !== 'live') return;
  duties.tick();
  if (isRecord()) {
    heading();
    return;
  }
  show();
  if (performance.now() > mixDue) loadMix();
}, 1000);

setInterval(() => {
  if (!office || isRecord() || pastOf(office) || feed.state !== 'live') return;
  say(place('summary'), t('summary.waiting', number(office.waiting), duration(secondsSince(office.oldestQueuedAt))));
}, SUMMARY_MS);

load();
feed.open();
