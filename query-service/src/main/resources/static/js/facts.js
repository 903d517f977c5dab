/** One fact in the list: what, when it happened, when it was recorded, by whom, and what it set right. */
import { clock, day, duration, moment, position } from 'app/format';
import { symbol } from 'app/shapes';
import { has, t } from 'app/text';
import { html, nothing } from 'lit-html';

/** A lag below this is the way through the network, not a late entry. */
const LAG_SECONDS = 60;

export const factName = (type) => (has(`fact.${type}`) ? t(`fact.${type}`) : type);

export function factItem(fact, { zone, current, future, choose }) {
  return html`<li class=${future ? 'fact future' : 'fact'} aria-current=${current ? 'step' : nothing}>
    <button type="button" @click=${choose}>
      <span class="fact-time"><time datetime=${fact.occurredAt} title=${moment(fact.occurredAt, zone)}>${clock(fact.occurredAt, zone)}</time></span>
      <span class="fact-what"><b>${factName(fact.type)}</b>${detail(fact)}
        ${correction(fact, zone)}
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

/** What a correction changes, or would change. */
function correction({ type, data }, zone) {
  if (!/[.-](corrected|correction-proposed)$/.test(type) || !data) return nothing;
  return change(data, zone);
}

/** Of one field: was and is, side by side; times in the zone of the office. */
export function change(data, zone) {
  const shown = (value) => (/^\d{4}-\d\d-\d\dT/.test(value ?? '') ? `${day(value, zone)} ${clock(value, zone)}` : worded(data.field, value));
  return html`<span class="correction"><span>${fieldName(data.field)}</span> <del>${shown(data.was)}</del> → <ins>${shown(data.is)}</ins>${data.reason ? html` <q>${data.reason}</q>` : nothing}</span>`;
}

const FIELD = { QUEUED_AT: 'queued', CALLED_AT: 'called', STARTED_AT: 'started', ENDED_AT: 'ended', SERVICE: 'service', DESK: 'desk', STAFF: 'staff',
  RECEIVED_AT: 'received', ANSWERED_AT: 'answered', OUTCOME: 'outcome', CHANNEL: 'channel', KIND: 'kind', TOPIC: 'topic', APPLICANT: 'applicant', BENEFIT_HOLDER: 'benefit' };

/** Categories in words. */
const WORDS = { OUTCOME: 'appeal-outcome', CHANNEL: 'channel', KIND: 'appeal-kind', TOPIC: 'appeal-topic' };

function worded(field, value) {
  if (field === 'BENEFIT_HOLDER') return value === 'true' ? t('appeals.benefit') : '—';
  const key = `${WORDS[field]}.${value}`;
  return has(key) ? t(key) : value || '—';
}

const fieldName = (field) => (FIELD[field] ? t(`value.${FIELD[field]}`) : field);
