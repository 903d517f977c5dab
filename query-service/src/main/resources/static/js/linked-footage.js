/** The footage that shows what a page tells of. */
import { ask } from 'app/ask';
import { clock, moment } from 'app/format';
import { t } from 'app/text';
import { dateIn } from 'app/zone';
import { html, nothing } from 'lit-html';

const MOST = 200;

/** Segments linked to a visit, a stay or an appeal, the oldest first; none for those whose way does not lead to footage. */
export async function linkedFootage(stream) {
  if (!document.querySelector('nav a[href="/footage"]') || !/^(visit|custody|appeal)-/.test(stream)) return [];
  const answer = await ask(`/api/v1/footage?${new URLSearchParams({ interaction: stream, limit: MOST })}`);
  return answer.ok ? answer.body.items.toReversed() : [];
}

export const footagePanel = (segments, zone) => (segments.length === 0 ? nothing : html`<section class="panel" aria-labelledby="footage-title">
  <div class="panel-head"><h2 id="footage-title">${t('footage.title')}</h2><p class="muted">${t('footage.linked.note')}</p></div>
  <ul class="told">${segments.map((one) => html`<li><a href="/footage?${place(one, zone)}">${moment(one.from, zone)} – ${clock(one.to, zone)}</a>
    <span class="mono">${one.camera}</span> <span class="state" data-state=${one.broken ? 'ABANDONED' : one.state}>${t(`footage.state.${one.state}`)}</span></li>`)}</ul></section>`);

const place = (one, zone) => new URLSearchParams({ office: one.office, day: dateIn(Date.parse(one.from), zone), segment: one.id });
