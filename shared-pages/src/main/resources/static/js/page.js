/** What every page has: the theme switch and language links that keep what the address says. */

const YEAR = 365 * 24 * 3600;
const root = document.documentElement;

function isDark() {
  const theme = root.dataset.theme;
  return theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
}

document.getElementById('theme').addEventListener('click', () => {
  const theme = isDark() ? 'light' : 'dark';
  root.dataset.theme = theme;
  // A cookie, not local storage: the server renders the theme, so a page never flashes in the wrong one.
  document.cookie = `dovira-theme=${theme}; path=/; max-age=${YEAR}; samesite=lax`;
  dispatchEvent(new Event('themechange'));
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => dispatchEvent(new Event('themechange')));

// Where the entries stand in one line that is wider than the screen, the one of this page is in sight.
function showWhereWeAre() {
  const entry = document.querySelector('.top nav [aria-current]');
  const entries = entry?.closest('nav');
  if (entries && entries.scrollWidth > entries.clientWidth) entries.scrollLeft = entry.offsetLeft - (entries.clientWidth - entry.offsetWidth) / 2;
}
showWhereWeAre();
addEventListener('resize', showWhereWeAre);

/** What a page kept for when there is no connection, and the worker that opens it. What was not sent yet stays: it belongs to the account, and is nobody's name. */
const KEPT = 'dovira-signed-in/';
const PATIENCE_MS = 1000;

async function forget() {
  try {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(KEPT))) localStorage.removeItem(key);
    for (const worker of await navigator.serviceWorker?.getRegistrations() ?? []) await worker.unregister();
    for (const name of await globalThis.caches?.keys() ?? []) await caches.delete(name);
  } catch {
    // A browser that allows none of it has kept nothing.
  }
}

const leave = document.querySelector('form.leave');
leave?.addEventListener('submit', (event) => {
  event.preventDefault();
  Promise.race([forget(), new Promise((late) => { setTimeout(late, PATIENCE_MS); })]).then(() => leave.submit());
});
// Signed out of the other service: then of this one, too.
if (location.pathname === '/signed-out') forget();

for (const link of document.querySelectorAll('[data-lang]')) {
  const keepTheAddress = () => {
    const here = new URL(location.href);
    here.searchParams.set('lang', link.dataset.lang);
    link.href = here.pathname + here.search;
  };
  keepTheAddress();
  // Filters change the address while the page is open.
  link.addEventListener('pointerdown', keepTheAddress);
  link.addEventListener('focus', keepTheAddress);
}

// The choice is in the cookie now; a copied link should not force a language on its reader.
if (new URLSearchParams(location.search).has('lang')) {
  const here = new URL(location.href);
  here.searchParams.delete('lang');
  history.replaceState(history.state, '', here.pathname + here.search + here.hash);
}
