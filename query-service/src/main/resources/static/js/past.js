/**
 * Whether what a board shows is past: its projection is behind the log, or an office is being told its whole history at this moment, as when a
 * demonstration begins. Waits that ended long ago look endless then, and nobody could do anything about them.
 */
import { now, secondsSince } from 'app/clock';
import { el, icon, say } from 'app/dom';
import { moment } from 'app/format';
import { t } from 'app/text';

/** Clocks of two machines may differ by less. */
const BEHIND_MS = 1000;
/** A history comes in pieces; after so long without one it is told. */
const TOLD_MS = 30_000;

let behind = false;

/** Whether a message of a stream says that it is behind the log. */
export const isBehind = ({ at, completeUntil }) => Date.parse(at) - Date.parse(completeUntil) > BEHIND_MS;

/** A message of the board's stream. */
export function heard(message) {
  behind = isBehind(message);
}

/** The moment that an office is shown at, if that is past; null if it is now. What was imported never is now, and is shown as such. */
export function pastOf(office) {
  if (office.origin === 'IMPORTED') return null;
  const told = office.backfilledAt ? now() - Date.parse(office.backfilledAt) < TOLD_MS : false;
  return behind || told ? office.lastFactAt : null;
}

/** The newest moment at which one of the offices is shown, if any is past; null if all of them are now. */
export const pastOfAll = (offices) => offices.reduce((newest, office) => {
  const past = pastOf(office);
  return past && (!newest || past > newest) ? past : newest;
}, null);

/** Seconds from an instant to the moment at which the office is shown; null without an instant. */
export function lasted(office, instant) {
  const past = pastOf(office);
  return past && instant ? (Date.parse(past) - Date.parse(instant)) / 1000 : secondsSince(instant);
}

/** Seconds that the oldest wait of several offices has lasted: to the newest moment at which one is shown, if any is past. */
export function sinceOldest(offices, instant) {
  const past = pastOfAll(offices);
  return past && instant ? Math.max(0, (Date.parse(past) - Date.parse(instant)) / 1000) : secondsSince(instant);
}

/** Says above the page that it shows the past, or no more. Once, not with each moment: a screen reader tells it. */
export function showPast(past) {
  const said = document.getElementById('past');
  if (!past) said?.remove();
  else if (!said) document.getElementById('banner').append(el('p', { class: 'banner', id: 'past' }, icon('past'), el('span', {}, t('past.text'))));
  if (past) say(document.getElementById('complete'), t('past.shows', moment(past)));
}
