/**
 * Opens the desk when there is no connection. It speaks for /desk and for the files that the page stands on, and for nothing else: what the interface answers is
 * never touched, let alone kept.
 *
 *   page   from the network; without one, the page as it is for nobody (no name, no form token), which then shows what this browser knows by itself
 *   files  what was kept, else from the network: their addresses change with their content
 *
 * Whoever signs out takes it away; so does an answer of the service that nobody is signed in any more.
 */
const CACHE = 'dovira-desk';
const PAGE = '/desk';
const FOR_NOBODY = '/desk/kept';
const FILES = /^\/(?:js|css|img|webjars|texts)\//;
const ADDRESS = /(?:href|src)="(\/(?:js|css|img|webjars|texts)\/[^"]+)"/g;
const PATIENCE_MS = 5000;

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('message', (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep));
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && pathname === PAGE) event.respondWith(page(request));
  else if (FILES.test(pathname)) event.respondWith(file(request));
});

/** The page and all that it was seen to load; what an earlier version of it needed goes. */
async function keep(seen) {
  const answer = await fetch(FOR_NOBODY, { cache: 'no-store', redirect: 'error' });
  if (!answer.ok) return forget();
  const files = new Set(seen.filter((address) => FILES.test(address)));
  for (const [, address] of (await answer.clone().text()).matchAll(ADDRESS)) files.add(address);
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  await cache.addAll([...files].filter((address) => !kept.has(address)));
  // Last, so that the page is never there without its files.
  await cache.put(FOR_NOBODY, answer);
  for (const address of kept) if (address !== FOR_NOBODY && !files.has(address)) await cache.delete(address);
  return null;
}

const forget = () => caches.delete(CACHE);

async function page(request) {
  const answer = await Promise.race([fetch(request).catch(() => null), new Promise((late) => { setTimeout(late, PATIENCE_MS, null); })]);
  // A proxy that finds no service behind it is no connection either.
  if (!answer || [502, 503, 504].includes(answer.status)) return (await caches.match(FOR_NOBODY)) ?? answer ?? Response.error();
  if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) await forget();
  return answer;
}

async function file(request) {
  return (await caches.match(request)) ?? fetch(request);
}
