/**
 * The server's clock, as near as its messages tell it. Waits tick by it: a wall display with a wrong clock must not show wrong waits.
 * The least delay seen wins, because delay can only make a message look older than it is.
 */
let offset = null;

/** Takes the time that a message of the server carries. */
export function heard(at) {
  const behind = Date.now() - Date.parse(at);
  if (Number.isNaN(behind)) return;
  // Drifts up by 1 ms per message, so that a corrected local clock is followed within minutes.
  offset = offset === null ? behind : Math.min(behind, offset + 1);
}

/** By how many milliseconds this machine's clock is ahead of the server's; null until the server was heard. */
export const ahead = () => offset;

/** Milliseconds since the epoch, by the server's clock. */
export const now = () => Date.now() - (offset ?? 0);

/** Seconds from an instant of the server until now; null if there is none. */
export const secondsSince = (instant) => (instant ? (now() - Date.parse(instant)) / 1000 : null);
