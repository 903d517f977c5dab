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
