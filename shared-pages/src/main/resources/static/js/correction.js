/** What a correction changes, or would change. */
import { clock, day } from 'app/format';
import { has, t } from 'app/text';
import { html, nothing } from 'lit-html';

const worded = (kind, value) => (has(`correction.${kind}.${value}`) ? t(`correction.${kind}.${value}`) : value);

export const fieldName = (field) => worded('field', field);

/** Times in the zone of the office, with seconds, because they may be all that differs; categories in words where there are any. */
function shown(value, zone) {
  if (!value) return '—';
  return /^\d{4}-\d\d-\d\dT/.test(value) ? `${day(value, zone)} ${clock(value, zone)}` : worded('value', value);
}

/** Was and is, side by side, and why. */
export const change = ({ was, is, reason }, zone) => html`<del>${shown(was, zone)}</del> → <ins>${shown(is, zone)}</ins>${reason ? html` <q>${reason}</q>` : nothing}`;

/** The same, of a field that nothing else names. */
export const correction = (data, zone) => html`<span class="correction"><span>${fieldName(data.field)}</span> ${change(data, zone)}</span>`;
