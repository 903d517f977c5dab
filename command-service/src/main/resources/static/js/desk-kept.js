/**
 * What the desk needs to open without a connection: the page itself, kept by a worker, and where the clerk sits, what can be asked for there and whom the desk serves.
 * Not who waits, because others call them meanwhile, and nothing of other staff. Under a name that the sign-out forgets.
 */
import { atDesk, last } from 'app/desk-floor';

const KEY = 'dovira-signed-in/desk';

const main = document.getElementById('main');
let before = '';
let asked = false;

/** {staff, desk, floor} as it was when there was a connection; null if nothing was kept. */
export function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** Keeps what the service told, if this page may: once something changes, not at each look. */
export function keep(floor, desk, staff) {
  if (main.dataset.keeps !== 'true') return;
  const known = sketch(floor, desk, staff);
  const now = JSON.stringify([desk, known]);
  if (now !== before) {
    before = now;
    try {
      localStorage.setItem(KEY, JSON.stringify({ staff, desk, floor: { ...known, at: floor.at, position: floor.position } }));
    } catch {
      // Not allowed: then it opens with a connection only.
    }
  }
  keepPage();
}

function sketch({ office, name, timeZone, closed, services, desks, open }, desk, staff) {
  const guest = atDesk({ open }, desk);
  return {
    office, name, timeZone, closed, services, partial: true, gone: [],
    desks: desks.map((one) => (one.staff === staff ? one : { ...one, state: 'CLOSED', staff: null, visit: null })),
    open: guest && last(guest).staff === staff ? [{ ...guest, legs: [{ ...last(guest), onlyStaff: null }] }] : [],
  };
}

async function keepPage() {
  if (asked || !navigator.serviceWorker) return;
  asked = true;
  try {
    const address = globalThis.trustedTypes?.createPolicy('dovira-desk', { createScriptURL: (url) => url }).createScriptURL('/desk/worker.js') ?? '/desk/worker.js';
    await navigator.serviceWorker.register(address, { scope: '/desk' });
    const { active } = await navigator.serviceWorker.ready;
    // The worker knows which of them are files.
    active.postMessage({ keep: performance.getEntriesByType('resource').map(({ name }) => new URL(name))
      .filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname) });
  } catch {
    // No storage, or no TLS: as above.
  }
}
