/** Local days and hours of an office, by its own time zone. */

const formats = new Map();

function clockOf(zone) {
  if (!formats.has(zone)) {
    formats.set(zone, new Intl.DateTimeFormat('en-GB', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
    }));
  }
  return formats.get(zone);
}

function fields(ms, zone) {
  return Object.fromEntries(clockOf(zone).formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
}

/** Milliseconds since the epoch at which the local day of a moment began. Right on days of 23 and 25 hours too. */
export function startOfDay(ms, zone) {
  const at = fields(ms, zone);
  const guess = ms - ((at.hour * 60 + at.minute) * 60 + at.second) * 1000 - (ms % 1000);
  const off = fields(guess, zone);
  if (off.day === at.day) return guess - ((off.hour * 60 + off.minute) * 60 + off.second) * 1000;
  return guess + (24 - off.hour) * 3_600_000 - (off.minute * 60 + off.second) * 1000;
}

/** The local hour, 0 to 23, of an instant with or without offset; a local date-time without zone is taken as local. */
export function hourIn(instant, zone) {
  if (/^\d{4}-\d\d-\d\dT\d\d/.test(instant) && !/(Z|[+-]\d\d:?\d\d)$/.test(instant)) return Number(instant.slice(11, 13));
  return fields(Date.parse(instant), zone).hour;
}

/** The local date of an instant as yyyy-mm-dd. */
export function dateIn(ms, zone) {
  const at = fields(ms, zone);
  return `${at.year}-${String(at.month).padStart(2, '0')}-${String(at.day).padStart(2, '0')}`;
}

/** The local time of an instant as hh:mm. */
export function timeIn(ms, zone) {
  const at = fields(ms, zone);
  return `${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`;
}

/** The instant, in milliseconds, at which it is that local date (yyyy-mm-dd) and time (hh:mm); NaN if one of them says nothing. */
export function instantIn(date, time, zone) {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(wanted)) return NaN;
  // What the clock there says is ahead of UTC by the offset; twice, because the offset may change in between.
  const ahead = (ms) => Date.parse(`${dateIn(ms, zone)}T${timeIn(ms, zone)}:00Z`) - (ms - (ms % 60_000));
  const guess = wanted - ahead(wanted);
  return wanted - ahead(guess);
}
