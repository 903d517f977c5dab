/** Today by hour, over the offices that the filter leaves; asked for anew every half minute. */
import { ask } from 'app/ask';
import { now } from 'app/clock';
import { say } from 'app/dom';
import { number } from 'app/format';
import { HourChart } from 'app/hours';
import { t } from 'app/text';
import { startOfDay, hourIn } from 'app/zone';

const AGAIN_MS = 30_000;
const HOUR_MS = 3_600_000;
const FALLBACK_ZONE = 'Europe/Kyiv';

export class Trend {
  #chart = null;
  #asked = '';
  #due = 0;
  #scope = null;
  #part = null;
  #withOpen = null;

  /** {origin, region, offices}: what is looked at. Cheap to call often. */
  scope(scope) {
    this.#scope = scope;
    const zone = commonZone(scope.offices);
    const asked = `${scope.origin}|${scope.region}|${zone}`;
    if (asked === this.#asked && performance.now() < this.#due) return;
    if (asked !== this.#asked) this.#part = this.#withOpen = null;
    this.#asked = asked;
    this.#due = performance.now() + AGAIN_MS;
    this.#load(zone, asked);
    this.#loadWhole(zone, asked);
  }

  /** {waitP50, waitP90} of the region that is looked at; empty until they are known. Percentiles of offices do not add up, so they are asked for. */
  get percentiles() {
    return this.#part ?? {};
  }

  /** {p90, open}: the wait of which nine of ten waited less, counting the open who still wait; null until it is known. It moves with the clock, so it is asked for. */
  get withOpen() {
    return this.#withOpen;
  }

  async #loadWhole(zone, asked) {
    const answer = await this.#ask(zone, 'total');
    if (asked !== this.#asked || !answer.ok) return;
    const [row] = answer.body.rows;
    this.#withOpen = withOpen(row);
    if (row && this.#scope.region) this.#part = { waitP50: row.p50 ?? null, waitP90: row.p90 ?? null, partial: false };
  }

  #ask(zone, bucket) {
    const query = new URLSearchParams({ measure: 'wait', bucket, from: new Date(startOfDay(now(), zone)).toISOString(), to: new Date(now() + 60_000).toISOString() });
    if (this.#scope.region) query.set('region', this.#scope.region);
    query.set('origin', this.#scope.origin);
    return ask(`/api/v1/metrics?${query}`);
  }

  async #load(zone, asked) {
    const answer = await this.#ask(zone, 'hour');
    if (asked !== this.#asked) return;
    const note = document.getElementById('trend-note');
    if (!answer.ok) {
      say(note, t('trend.failed'));
      return;
    }
    const { rows, definition } = answer.body;
    const hours = fillHours(rows, zone, now());
    const place = document.getElementById('trend');
    if (hours.length === 0) {
      this.#chart = null;
      document.getElementById('trend-legend').replaceChildren();
      place.replaceChildren(Object.assign(document.createElement('p'), { className: 'empty', textContent: t('trend.empty') }));
      say(note, '');
      return;
    }
    this.#chart ??= new HourChart(place, document.getElementById('trend-legend'));
    const targets = new Set(this.#scope.offices.map((office) => office.waitTargetSeconds).filter(Boolean));
    this.#chart.show(hours, targets.size === 1 ? [...targets][0] : null, t('trend.label'));
    const n = hours.reduce((all, row) => all + (row.n ?? 0), 0);
    say(note, t('trend.note', number(n), definition?.id ?? definition ?? ''));
  }
}

/** What a row of the wait measure says of those who still wait; null if it says nothing. */
export const withOpen = (row) => (row?.open > 0 && row.p90WithOpen ? { p90: row.p90WithOpen, open: row.open } : null);

/**
 * The hours that passed, without gaps between the first and the last that have something: `at` since the day of the moment began, `hour` as the clock showed it. When it is
 * set back an hour comes twice.
 */
export function fillHours(rows, zone, moment) {
  const start = startOfDay(moment, zone);
  const by = new Map();
  for (const row of rows) if (row.n > 0 || row.open > 0) by.set(Math.floor((Date.parse(row.bucket) - start) / HOUR_MS), row);
  if (by.size === 0) return [];
  const first = Math.min(...by.keys());
  const last = Math.max(...by.keys());
  return Array.from({ length: last - first + 1 }, (ignored, i) => {
    const at = first + i;
    const row = by.get(at);
    return { at, hour: hourIn(new Date(start + at * HOUR_MS).toISOString(), zone), n: row?.n ?? 0, open: row?.open ?? 0, p50: row?.p50 ?? null, p90: row?.p90 ?? null };
  });
}

/** The zone that most of the offices are in. */
export function commonZone(offices) {
  const counts = new Map();
  for (const { timeZone } of offices) if (timeZone) counts.set(timeZone, (counts.get(timeZone) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? FALLBACK_ZONE;
}
