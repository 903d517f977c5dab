/** One fact in the list: what, when it happened, when it was recorded, by whom, and what it set right. */
import { correction } from 'app/correction';
import { clock, duration, moment, position } from 'app/format';
import { symbol } from 'app/shapes';
import { has, t } from 'app/text';
import { html, nothing } from 'lit-html';

/** A lag below this is the way through the network, not a late entry. */
const LAG_SECONDS = 60;
const CORRECTS = /[.-](corrected|correction-proposed)$/;

export const factName = (type) => (has(`fact.${type}`) ? t(`fact.${type}`) : type);

export function factItem(fact, { zone, current, future, choose }) {
  return html`<li class=${future ? 'fact future' : 'fact'} aria-current=${current ? 'step' : nothing}>
    <button type="button" @click=${choose}>
      <span class="fact-time"><time datetime=${fact.occurredAt} title=${moment(fact.occurredAt, zone)}>${clock(fact.occurredAt, zone)}</time></span>
      <span class="fact-what"><b>${factName(fact.type)}</b>${detail(fact)}
        ${CORRECTS.test(fact.type) && fact.data ? correction(fact.data, zone) : nothing}
        ${fact.type.endsWith('.correction-rejected') && fact.data ? html`<q>${fact.data.reason}</q>` : nothing}
        <span class="fact-more">${t('interaction.by', fact.actor ?? '—', fact.role ?? '—')}${lag(fact, zone)}</span></span>
      <span class="fact-marks">
        ${fact.late ? html`<span class="badge late">${symbol('late')} ${t('badge.late')}</span>` : nothing}
        ${fact.quality && fact.quality !== 'EXACT' ? html`<span class="badge solid">${t(`quality.${fact.quality}`)}</span>` : nothing}
        ${fact.correctedBy?.length > 0 ? html`<span class="badge solid">${t('interaction.corrected')}</span>` : nothing}
        <span class="muted mono">${position(fact.position)}</span></span>
    </button>
  </li>`;
}

function detail({ data }) {
  const value = data?.ticket ?? data?.desk ?? data?.step ?? data?.activity ?? data?.toService ?? data?.outcome ?? null;
  return value === null || typeof value === 'object' ? nothing : html` <span class="muted">${value}</span>`;
}

function lag(fact, zone) {
  const seconds = fact.lagSeconds ?? (Date.parse(fact.recordedAt) - Date.parse(fact.occurredAt)) / 1000;
  if (seconds < -1) return html` · <span class="late-text">${t('interaction.lag.ahead', duration(-seconds))}</span>`;
  return seconds < LAG_SECONDS ? nothing : html` · <span class=${fact.late ? 'late-text' : ''}>${t('interaction.lag', duration(seconds), clock(fact.recordedAt, zone))}</span>`;
}
