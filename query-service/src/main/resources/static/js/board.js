/** The live board: one stream in, a map of offices, and only what changed goes out to the page, some times a second. */
import { Alerts } from 'app/alerts';
import { assess, byNeed, isWorse, reason, STATES } from 'app/attention';
import { secondsSince } from 'app/clock';
import { arrange, el, icon, mark, say } from 'app/dom';
import { Duties } from 'app/duties';
import { Feed } from 'app/feed';
import { showState } from 'app/feed-state';
import { duration, number } from 'app/format';
import { complete } from 'app/freshness';
import { heard, pastOfAll, showPast } from 'app/past';
import { Kpis, total } from 'app/kpis';
import { RegionTile } from 'app/regions';
import { counted, locale, name, t } from 'app/text';
import { Tile } from 'app/tiles';
import { Trend } from 'app/trend';
import { Wall } from 'app/wall';

/** The page is painted at most this often. */
const DRAW_MS = 50;
/** Tiles change places at most this often, and not under a hand that is about to choose one. */
const REORDER_MS = 4000;
const HAND_MS = 8000;
const SUMMARY_MS = 30_000;

/** In the order in which a reader wants them who has not chosen. They are never added up. */
const ORIGINS = ['LIVE', 'SIMULATED', 'IMPORTED'];

const grid = document.getElementById('tiles');
const form = document.getElementById('filter');
const nothing = document.getElementById('nothing');
const compare = new Intl.Collator(locale).compare;

/** id -> {office, tile, need, name, searched} */
const offices = new Map();
/** id -> RegionTile */
const regionTiles = new Map();
const kpis = new Kpis(document.getElementById('kpis'));
const trend = new Trend();
const wall = new Wall(grid, reorder);
const alerts = new Alerts(document.getElementById('alerts'));
const duties = new Duties(alerts);
/** origin -> totals of all its offices */
let totals = {};
let found = '';
/** The newest message of the stream. */
let newest = null;
let loaded = false;
let due = false;
let lastDrawn = -Infinity;
let reorderDue = true;
let lastOrder = -Infinity;
let lastHand = -Infinity;
const dirty = new Set();
const filter = readAddress();

function readAddress() {
  const address = new URLSearchParams(location.search);
  const state = address.get('state') ?? '';
  const origin = address.get('origin') ?? '';
  return {
    origin: ORIGINS.includes(origin) ? origin : '', region: address.get('region') ?? '', q: address.get('q') ?? '', state: STATES.includes(state) ? state : '',
    level: address.get('level') === 'region' ? 'region' : '', wall: address.has('wall') ? address.get('wall') || 'on' : '',
  };
}

function writeAddress() {
  const address = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) if (value) address.set(key, value);
  const query = address.toString();
  history.replaceState(null, '', query ? `?${query}` : location.pathname);
}

/** What is looked at: what was chosen, or else the first that had an office. One that comes later does not push away what is read. */
function origin() {
  if (!totals[found]) found = ORIGINS.find((each) => totals[each]) ?? ORIGINS[0];
  return filter.origin || found;
}
const inScope = (office) => office.origin === origin() && (!filter.region || office.region === filter.region);
const isShown = (entry) => inScope(entry.office) && (!filter.q || entry.searched.includes(filter.q.toLocaleLowerCase(locale)))
  && (!filter.state || entry.need.state === filter.state);

const byRegion = () => filter.level === 'region' && !filter.region;

const feed = new Feed('/api/v1/live/stream');
showState(feed);
feed.addEventListener('snapshot', ({ detail }) => {
  const present = new Set(detail.offices.map((office) => office.id));
  for (const [id, entry] of offices) {
    if (!present.has(id)) {
      entry.tile.node.remove();
      offices.delete(id);
    }
  }
  loaded = true;
  reorderDue = true;
  lastOrder = -Infinity;
  take(detail);
  showFilter();
  listRegions();
});
feed.addEventListener('delta', ({ detail }) => take(detail));
feed.addEventListener('beat', ({ detail }) => {
  heard(detail);
  newest = detail;
  fresh();
});

function take(message) {
  heard(message);
  newest = message;
  totals = message.totals;
  for (const office of message.offices) {
    const entry = offices.get(office.id);
    if (entry) entry.office = office;
    else meet(office);
    dirty.add(office.id);
  }
  draw();
}

/** To where the page is complete; or, where it shows the past, to which moment. */
function fresh(scope = [...offices.values()].map((entry) => entry.office).filter(inScope)) {
  const past = pastOfAll(scope);
  if (newest && !past) complete(newest);
  showPast(past);
}

/**
 * One pass for however many messages came: at once after silence, some times a second in a storm, because painting costs more than reading. Not when
 * the browser asks for a frame: where painting is slow it asks late, and for a page in the background never, which has to tell of alarms all the same.
 */
function draw() {
  if (due) return;
  due = true;
  setTimeout(render, Math.max(0, lastDrawn + DRAW_MS - performance.now()));
}

function meet(office) {
  const called = name(office.name, office.id);
  offices.set(office.id, {
    office,
    name: called,
    searched: [called, office.id, name(office.regionName), name(office.organisationName)].join(' ').toLocaleLowerCase(locale),
    tile: new Tile(office, called),
    need: assess(office),
  });
}

function render() {
  const started = performance.now();
  due = false;
  lastDrawn = started;
  for (const id of dirty) {
    const entry = offices.get(id);
    if (!entry) continue;
    entry.office.organisationLabel = name(entry.office.organisationName);
    stands(entry, assess(entry.office));
    entry.tile.show(entry.office, entry.need);
    reorderDue = true;
  }
  dirty.clear();
  order();
  figures();
  // What one update costs is part of the page, so that anybody can look it up on a slow machine.
  performance.measure('dovira:render', { start: started, end: performance.now() });
  document.body.dataset.ticks = String(Number(document.body.dataset.ticks ?? 0) + 1);
}

/** Notes how an office stands. What has become worse, in front of the reader's eyes, is worth a word elsewhere. */
function stands(entry, need) {
  const worse = entry.seen && isWorse(entry.need, need) && need.reason !== 'crowded';
  entry.need = need;
  entry.seen = true;
  if (worse && inScope(entry.office)) {
    alerts.tell({ level: need.state, text: `${entry.name}: ${reason(need)}`, href: `/offices/${encodeURIComponent(entry.office.id)}`, about: entry.office.id });
  }
}

function order() {
  say(document.getElementById('offices-title'), t(byRegion() ? 'filter.level.region' : 'board.offices'));
  const moment = performance.now();
  if (!reorderDue || moment - lastOrder < REORDER_MS || (lastOrder > -Infinity && moment - lastHand < HAND_MS)) return;
  reorderDue = false;
  lastOrder = moment;
  const shown = [...offices.values()].filter(isShown);
  const tiles = (byRegion() ? regionsOf(shown) : shown.sort(byNeed).map((entry) => entry.tile)).map((tile) => tile.node);
  arrange(grid, wall.part(tiles));
  showNothing(shown.length);
  countStates();
}

/** A tile for each region of the offices, in order of need. */
function regionsOf(shown) {
  const groups = Map.groupBy(shown, (entry) => entry.office.region);
  return [...groups].map(([id, entries]) => {
    if (!regionTiles.has(id)) regionTiles.set(id, new RegionTile(id, name(entries[0].office.regionName, id), choose));
    const tile = regionTiles.get(id);
    tile.show(entries);
    return tile;
  }).sort(byNeed);
}

function choose(region) {
  filter.region = region;
  changed();
  document.getElementById('main').focus();
}

/** After a choice of the reader: at once. */
function reorder() {
  reorderDue = true;
  lastOrder = -Infinity;
  order();
  figures();
}

function figures() {
  const scope = [...offices.values()].map((entry) => entry.office).filter(inScope);
  fresh(scope);
  showOrigins();
  trend.scope({ origin: origin(), region: filter.region, offices: scope });
  const whole = filter.region ? { ...total(scope), ...trend.percentiles } : totals[origin()] ?? total([]);
  kpis.show({ ...whole, withOpen: trend.withOpen }, scope);
}

function countStates() {
  const place = document.getElementById('states');
  const counts = Object.fromEntries(STATES.map((state) => [state, 0]));
  for (const entry of offices.values()) if (inScope(entry.office)) counts[entry.need.state]++;
  for (const state of STATES) {
    let button = place.querySelector(`[data-state="${state}"]`);
    if (!button) {
      button = el('button', { type: 'button', 'data-state': state, 'aria-pressed': 'false' }, icon(state), el('span', {}, t(`state.${state}`)), el('b'));
      button.addEventListener('click', () => {
        filter.state = filter.state === state ? '' : state;
        writeAddress();
        reorder();
      });
      place.append(button);
    }
    say(button.lastChild, number(counts[state]));
    mark(button, 'aria-pressed', String(filter.state === state));
    button.hidden = counts[state] === 0 && filter.state !== state;
  }
}

function showNothing(shown) {
  nothing.hidden = !loaded || shown > 0;
  if (nothing.hidden) return;
  const filtered = offices.size > 0 || filter.origin || filter.region || filter.q || filter.state;
  nothing.replaceChildren(el('strong', {}, t(filtered ? 'board.no-match' : 'board.no-office')), t(filtered ? 'board.no-match.text' : 'board.no-office.text'));
  if (!filtered) return;
  const reset = el('button', { type: 'button', class: 'button plain' }, t('filter.reset'));
  reset.addEventListener('click', () => {
    Object.assign(filter, { origin: '', region: '', q: '', state: '', level: '' });
    showFilter();
    changed();
  });
  nothing.append(el('div', {}, reset));
}

function listRegions() {
  const regions = new Map();
  for (const { office } of offices.values()) if (office.origin === origin()) regions.set(office.region, name(office.regionName, office.region));
  const options = [...regions].sort(([, a], [, b]) => compare(a, b)).map(([id, label]) => el('option', { value: id, selected: id === filter.region }, label));
  form.region.replaceChildren(form.region.options[0], ...options);
  form.region.value = regions.has(filter.region) ? filter.region : '';
}

/** How many offices of each there are: those that are not looked at are not forgotten. */
function showOrigins() {
  form.origin.value = origin();
  for (const radio of form.origin) {
    const label = radio.closest('label');
    label.hidden = !totals[radio.value] && radio.value !== origin();
    say(label.querySelector('b'), loaded ? number(totals[radio.value]?.offices ?? 0) : '');
  }
}

function showFilter() {
  showOrigins();
  form.q.value = filter.q;
  form.region.value = filter.region;
  form.level.value = filter.level || 'office';
}

function changed() {
  writeAddress();
  listRegions();
  reorder();
}

form.addEventListener('input', () => {
  const chosen = form.origin.value;
  Object.assign(filter, {
    origin: chosen === origin() ? filter.origin : chosen, region: chosen === origin() ? form.region.value : '', q: form.q.value.trim(),
    level: form.level.value === 'region' ? 'region' : '',
  });
  changed();
});
form.addEventListener('submit', (event) => event.preventDefault());

for (const kind of ['pointermove', 'keydown']) grid.addEventListener(kind, () => { lastHand = performance.now(); }, { passive: true });
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
  if (event.key === '/') {
    event.preventDefault();
    form.q.focus();
  } else if (event.key.toLowerCase() === 'w') {
    hang(!wall.isOn);
  } else if (event.key === 'Escape' && wall.isOn) {
    hang(false);
  }
});

/** Puts the board on the wall, or takes it down. */
function hang(on) {
  filter.wall = on ? 'on' : '';
  writeAddress();
  wall.show(on, filter.wall, on);
  reorder();
}
addEventListener('beforeprint', () => offices.forEach((entry) => entry.tile.catchUp()));
document.getElementById('wall').addEventListener('click', () => hang(!wall.isOn));
document.addEventListener('wall-left', () => hang(false));
alerts.addEventListener('chosen', () => duties.follow());

setInterval(() => {
  if (feed.state !== 'live') return;
  for (const entry of offices.values()) {
    // A tile that is not in the page has nothing that ticks, but its office may get worse all the same.
    if (!entry.tile.node.isConnected && !inScope(entry.office)) continue;
    const need = assess(entry.office);
    if (need.state !== entry.need.state) reorderDue = true;
    stands(entry, need);
    entry.tile.tick(need);
  }
  kpis.tick();
  fresh();
  if (byRegion()) reorderDue = true;
  order();
  wall.tick();
}, 1000);

/** A polite word every half minute instead of a number that never stops talking. */
setInterval(() => {
  const whole = totals[origin()];
  if (feed.state !== 'live' || !whole || document.getElementById('past')) return;
  const critical = [...offices.values()].filter((entry) => entry.office.origin === origin() && entry.need.state === 'critical').length;
  say(document.getElementById('summary'), [
    t('summary.waiting', number(whole.waiting), duration(secondsSince(whole.oldestQueuedAt))),
    counted('summary.critical', critical, number(critical)),
  ].join(' '));
}, SUMMARY_MS);

showFilter();
if (filter.wall) wall.show(true, filter.wall, false);
duties.follow();
for (let i = 0; i < 12; i++) grid.append(el('li', { class: 'tile is-loading', 'aria-hidden': 'true' }, el('h3', {}, '\u00a0')));
feed.open();
