/** What the list of appeals and the page of one have in common. */
import { duration } from 'app/format';
import { symbol } from 'app/shapes';
import { t } from 'app/text';
import { html, nothing } from 'lit-html';

/** A shape beside the words: colour alone says nothing. */
const SHAPE = { LATE: 'critical', DUE_SOON: 'warning', PAUSED: 'hold' };

export const stateOf = ({ state }) => html`<span class="state" data-appeal=${state}>${t(`appeal-state.${state}`)}</span>`;

export function statusOf({ status, state }) {
  const shape = SHAPE[status];
  if (!shape) return nothing;
  const key = status === 'LATE' && OVER.has(state) ? 'ENDED_LATE' : status;
  return html`<span class="badge solid term" data-status=${status}>${symbol(shape, shape)} ${t(`appeal-status.${key}`)}</span>`;
}

const OVER = new Set(['ANSWERED', 'FORWARDED', 'DECLINED', 'WITHDRAWN']);

/** From the moment by which the server judged; never from the clock of the reader. */
export function timeLeft({ due, pausedAt, state }, at) {
  if (!due || OVER.has(state)) return nothing;
  const shown = Math.min(Date.parse(at), pausedAt ? Date.parse(pausedAt) : Infinity);
  const seconds = (Date.parse(due) - shown) / 1000;
  return seconds < 0 ? t('appeals.over', duration(-seconds)) : t('appeals.left', duration(seconds));
}
