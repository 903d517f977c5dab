/** Numbers, durations and moments as people read them. Unknown is a dash, never zero. */
import { locale, t } from 'app/text';

export const UNKNOWN = '—';
const NARROW = '\u202f';

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'narrow' });

const known = (value) => value !== null && value !== undefined && !Number.isNaN(value);

export const number = (value) => (known(value) ? whole.format(value) : UNKNOWN);
export const decimal = (value) => (known(value) ? tenths.format(value) : UNKNOWN);
export const position = (value) => (known(value) ? `#${whole.format(value)}` : UNKNOWN);

/** A part of a whole; a dash if the whole is empty. Never 100 % unless it is all of it, never 0 % unless it is none. */
export function percent(part, all) {
  if (!known(part) || !all) return UNKNOWN;
  const value = part / all;
  if (value > 0.99 && value < 1) return share.format(0.99);
  if (value > 0 && value < 0.01) return share.format(0.01);
  return share.format(value);
}

/** The two greatest units of a duration: [[7, 'min'], [5, 's']]. */
export function parts(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  if (s < 60) return [[s, t('unit.second')]];
  if (s < 3600) return [[Math.floor(s / 60), t('unit.minute')], [s % 60, t('unit.second')]];
  if (s < 86_400) return [[Math.floor(s / 3600), t('unit.hour')], [Math.floor((s % 3600) / 60), t('unit.minute')]];
  return [[Math.floor(s / 86_400), t('unit.day')], [Math.floor((s % 86_400) / 3600), t('unit.hour')]];
}

/** "7 хв 5 с"; a dash for an unknown one; negative ones keep their sign: they are a clock error worth seeing. */
export function duration(seconds) {
  if (!known(seconds)) return UNKNOWN;
  const sign = seconds <= -1 ? '−' : '';
  return sign + parts(Math.abs(seconds)).filter(([n], i) => i === 0 || n > 0).map(([n, unit]) => `${whole.format(n)}${NARROW}${unit}`).join(' ');
}

/** A duration in one unit, for narrow places: "7 хв". */
export function shortDuration(seconds) {
  if (!known(seconds)) return UNKNOWN;
  if (seconds >= 60 && seconds < 3600) return `${whole.format(Math.round(seconds / 60))}${NARROW}${t('unit.minute')}`;
  return duration(seconds);
}

/** How long ago, in its greatest unit. */
export function since(seconds) {
  const s = Math.max(0, Math.round(seconds));
  if (s < 60) return ago.format(-s, 'second');
  if (s < 3600) return ago.format(-Math.floor(s / 60), 'minute');
  if (s < 86_400) return ago.format(-Math.floor(s / 3600), 'hour');
  return ago.format(-Math.floor(s / 86_400), 'day');
}

const formats = new Map();

function format(zone, options) {
  const key = `${zone}/${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
  return formats.get(key);
}

export const clock = (instant, zone) =>
  instant ? format(zone, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(new Date(instant)) : UNKNOWN;
export const day = (instant, zone) =>
  instant ? format(zone, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(instant)) : UNKNOWN;
export const moment = (instant, zone) =>
  instant
    ? format(zone, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant))
    : UNKNOWN;
export const hour = (h) => `${String(h).padStart(2, '0')}:00`;
