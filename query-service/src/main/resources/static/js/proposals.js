/** Corrections that wait for a second person, and the way to the page on which that person decides. */
import { correction } from 'app/correction';
import { t } from 'app/text';
import { html, nothing } from 'lit-html';

/** @param decide address of that page; empty for who may not decide */
export function proposalsPanel(proposals, zone, decide) {
  if (proposals.length === 0) return nothing;
  return html`<section class="panel" aria-labelledby="proposals-title"><div class="panel-head"><h2 id="proposals-title">${t('proposals.title')}</h2><p class="muted">${t('proposals.note')}</p></div>
    <ul>${proposals.map((each) => html`<li>${t('proposals.says', each.number, each.proposedBy)}${each.leg ? html` <span class="muted">${t('interaction.leg', each.leg)}</span>` : nothing} ${correction(each, zone)}</li>`)}</ul>
    ${decide ? html`<p><a class="button plain" id="decide" href=${decide}>${t('proposals.decide')}</a></p>` : nothing}</section>`;
}

/** The page of one visit, appeal or record, for who may decide. */
export const decidePage = ({ decides, commands }, subject, id) => (decides === 'true' ? `${commands}/${subject}/${encodeURIComponent(id)}/corrections` : '');
