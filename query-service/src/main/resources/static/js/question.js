import { t } from 'app/text';
import { html } from 'lit-html';

/** What the pages share whose address is the question: it can be sent, kept and gone back to. */
export const address = () => new URLSearchParams(location.search);

/** The query without the fields that say nothing. */
export const clean = (query) => {
  for (const [key, value] of [...query]) if (!value) query.delete(key);
  return query;
};

/** What to say instead of an answer: that nobody is signed in any more, with the way back; what was wrong with the question; else what failed. */
export function why({ status, body }, failed) {
  if (status === 401) return html`${t('feed.refused.text')} <a href=${location.href}>${t('feed.refused.action')}</a>`;
  return (status >= 400 && status < 500 && body.detail) || failed;
}

/** The links of a page in parts, by their ids: back to the first one, and on to the one that `next` names. */
export function pageLinks(path, query, next, first, on) {
  const link = (id, page, shown) => {
    const there = new URLSearchParams(query);
    there.delete('page');
    if (page) there.set('page', page);
    document.getElementById(id).href = `${path}?${there}`;
    document.getElementById(id).hidden = !shown;
  };
  const paged = Boolean(address().get('page'));
  link(first, null, paged);
  link(on, next, Boolean(next));
  document.getElementById('paging').hidden = !paged && !next;
}
