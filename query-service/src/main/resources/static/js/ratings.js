/** What people said, newest first. A comment is text from outside: it is only ever shown as text. */
import { secondsSince } from 'app/clock';
import { moment, since } from 'app/format';
import { symbol } from 'app/shapes';
import { t } from 'app/text';
import { html, nothing } from 'lit-html';

/** All of them are on the page of feedback. */
const MOST = 10;

export function ratings(office) {
  const given = (office.ratings ?? []).slice(0, MOST);
  if (given.length === 0) return html`<p class="empty">${t('office.ratings.none')}</p>`;
  return html`<ul class="ratings">${given.map((rating) => html`<li>
    <span class="stars" role="img" aria-label=${rating.csat ? t('office.rating.csat', rating.csat) : t('office.rating.nps', rating.nps ?? '—')}>
      ${rating.csat ? [1, 2, 3, 4, 5].map((star) => html`<span class=${star <= rating.csat ? 'star on' : 'star'}>${symbol('star')}</span>`) : nothing}
      ${rating.nps === null || rating.nps === undefined ? nothing : html`<span class="badge solid">${t('office.rating.nps', rating.nps)}</span>`}
    </span>
    ${office.comments ? said(rating) : html`<span class="muted"></span>`}
    <time class="muted" datetime=${rating.at} title=${moment(rating.at, office.timeZone)}>${since(secondsSince(rating.at))}</time>
  </li>`)}</ul>`;
}

const said = (rating) => (rating.comment ? html`<blockquote>${rating.comment}</blockquote>` : html`<span class="muted">${t('office.rating.no-comment')}</span>`);
