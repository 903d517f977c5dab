/**
 * The floor as the clerk sees it: what the service last told, and on top of it what this desk has done since and the service has not shown yet. Pure.
 */

import { startOfDay } from 'app/zone';

const last = (guest) => guest.legs[guest.legs.length - 1];

/** Open legs at a desk. */
const AT_DESK = ['CALLED', 'IN_SERVICE', 'ON_HOLD'];
/** Nobody waits for so long over night, where it is open all night. */
const LONG_MS = 8 * 3_600_000;
/** How an open ticket can have ended, by where it stands; "reset" is what nobody knows, of an earlier day. */
export const OUTCOMES = { QUEUED: ['abandon', 'reset'], CALLED: ['no-show', 'reset'], IN_SERVICE: ['finish', 'reset'], ON_HOLD: ['finish', 'reset'] };

/** @param items commands that the floor does not show yet, in order */
export function overlaid(floor, items) {
  const shown = structuredClone(floor);
  for (const item of items) if (item.office === floor.office) apply(shown, item);
  return shown;
}

function apply(floor, { act, desk, staff, visit, at, body }) {
  const seat = floor.desks.find((one) => one.id === desk);
  const guest = floor.open.find((one) => one.visit === visit);
  const free = () => seat && Object.assign(seat, { state: 'FREE', visit: null });
  if (guest) guest.pending = true;
  const leg = guest && last(guest);
  switch (act) {
    case 'arrive':
      if (!guest) floor.open.push({ visit, ticket: '', channel: 'IN_PERSON', arrivedAt: at, legs: [queued(floor, 1, body.service, at)], pending: true });
      return;
    case 'open': Object.assign(seat ?? {}, { state: 'FREE', staff, visit: null }); return;
    case 'break': Object.assign(seat ?? {}, { state: 'BREAK' }); return;
    case 'end-break': free(); return;
    case 'close': Object.assign(seat ?? {}, { state: 'CLOSED', staff: null, visit: null }); return;
    default: if (!leg) return;
  }
  switch (act) {
    case 'call':
      Object.assign(leg, { state: 'CALLED', calledAt: at, calls: 1, desk, staff });
      Object.assign(seat ?? {}, { state: 'ENGAGED', visit });
      return;
    case 'recall': Object.assign(leg, { calledAt: at, calls: leg.calls + 1 }); return;
    case 'recycle': Object.assign(leg, { state: 'QUEUED', calledAt: null, calls: 0, desk: null, staff: null }); free(); return;
    case 'start': Object.assign(leg, { state: 'IN_SERVICE', startedAt: at }); return;
    case 'hold': Object.assign(leg, { state: 'ON_HOLD', heldAt: at }); return;
    case 'resume': Object.assign(leg, { state: 'IN_SERVICE', heldSeconds: leg.heldSeconds + (Date.parse(at) - Date.parse(leg.heldAt)) / 1000, heldAt: null }); return;
    case 'transfer':
      Object.assign(leg, { state: 'TRANSFERRED', endedAt: at });
      guest.legs.push({ ...queued(floor, leg.number + 1, body.service ?? leg.service, at), onlyDesk: body.desk ?? null });
      free();
      return;
    case 'finish': leave(floor, guest, 'SERVED', at); free(); return;
    case 'no-show': leave(floor, guest, 'NO_SHOW', at); free(); return;
    case 'abandon': leave(floor, guest, 'ABANDONED', at); return;
    case 'reset': leave(floor, guest, 'CLOSED_BY_SYSTEM', at); free(); return;
    default:
  }
}

const queued = (floor, number, service, at) => ({ number, service, state: 'QUEUED', calls: 0, queuedAt: at,
  waitTargetSeconds: floor.services.find(({ id }) => id === service)?.waitTargetSeconds ?? null, calledAt: null, startedAt: null, heldAt: null, heldSeconds: 0,
  endedAt: null, desk: null, staff: null, onlyDesk: null, onlyStaff: null, lastAt: at, told: {} });

function leave(floor, guest, state, at) {
  Object.assign(last(guest), { state, endedAt: at });
  floor.open = floor.open.filter((one) => one !== guest);
  floor.gone.unshift(guest);
}

/** Whom this desk has called or serves; null if nobody. */
export const atDesk = (floor, desk) => floor.open.find((guest) => AT_DESK.includes(last(guest).state) && last(guest).desk === desk) ?? null;

/** Whose ticket somebody forgot: of an earlier day, and nothing was heard of it for long. */
export const forgotten = (floor, guest) => Date.parse(last(guest).lastAt) < Math.min(startOfDay(Date.parse(floor.at), floor.timeZone), Date.parse(floor.at) - LONG_MS);

/** Who waits, the longest first. */
export const waiting = (floor) => floor.open.filter((guest) => last(guest).state === 'QUEUED' && !forgotten(floor, guest))
  .sort((a, b) => Date.parse(last(a).queuedAt) - Date.parse(last(b).queuedAt));

/** Whether this desk may call: a transfer may have asked for another desk or person. */
export const mayCall = (guest, desk, staff) => (!last(guest).onlyDesk || last(guest).onlyDesk === desk) && (!last(guest).onlyStaff || last(guest).onlyStaff === staff);

/** What can be done now: which of the acts, by the state of the desk and of whom it serves. */
export function possible(floor, desk, staff) {
  const seat = floor.desks.find((one) => one.id === desk);
  const acts = new Set(floor.closed ? [] : ['arrive']);
  if (!seat) return acts;
  if (seat.state === 'CLOSED') return acts.add('open');
  if (seat.staff !== staff) return seat.state === 'ENGAGED' ? acts : acts.add('close');
  if (seat.state === 'BREAK') return acts.add('end-break').add('close');
  const guest = atDesk(floor, desk);
  if (!guest) {
    acts.add('break').add('close');
    if (waiting(floor).some((one) => mayCall(one, desk, staff))) acts.add('call');
    return acts;
  }
  for (const act of { CALLED: ['start', 'recall', 'recycle', 'no-show'], IN_SERVICE: ['finish', 'hold', 'transfer', 'appeal'], ON_HOLD: ['resume', 'finish', 'transfer', 'appeal'] }[last(guest).state]) acts.add(act);
  return acts;
}

export { last };
