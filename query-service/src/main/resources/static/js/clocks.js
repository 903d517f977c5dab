/**
 * Two clocks in one drawing. Above: when things happened, with what the visitor was doing in between. Below: when they were recorded.
 * A line joins the two marks of a fact; an upright line was typed at once, a slanted one afterwards.
 *
 *   happened  |==wait==|=way=|====service====|
 *             |        |      \              |
 *   recorded  |        |        \            |
 */
import { clock, day } from 'app/format';
import { factName } from 'app/facts';
import { t } from 'app/text';
import { html, nothing, svg } from 'lit-html';

const HEIGHT = 118;
const LEFT = 78;
const RIGHT = 18;
const ABOVE = 36;
const BELOW = 92;
/** Recorded so much later than the whole story took, the second clock would squeeze the first into nothing. */
const APART = 4;

export function clocks(facts, step, zone, width) {
  const happened = facts.map((fact) => Date.parse(fact.occurredAt));
  const recorded = facts.map((fact) => Date.parse(fact.recordedAt));
  const first = Math.min(...happened);
  const span = Math.max(...happened) - first;
  const apart = Math.max(...recorded) - first > APART * Math.max(span, 60_000);
  const start = apart ? first : Math.min(first, ...recorded);
  const end = Math.max(start + 1000, ...happened, ...(apart ? [] : recorded));
  const inner = Math.max(200, width) - LEFT - RIGHT;
  const x = (ms) => Math.round((LEFT + ((ms - start) / (end - start)) * inner) * 10) / 10;
  const state = facts[step].state ?? {};
  return html`<svg class="clocks" role="img" aria-label=${t('interaction.clocks.label')} viewBox="0 0 ${Math.max(200, width)} ${apart ? 66 : HEIGHT}" height=${apart ? 66 : HEIGHT}>
      ${svg`<text class="axis-name" x="0" y=${ABOVE + 4}>${t('interaction.happened')}</text><line class="axis" x1=${LEFT} x2=${LEFT + inner} y1=${ABOVE} y2=${ABOVE}></line>
        ${bands(state, happened[step]).map(({ kind, from, to }) => svg`<rect class="band ${kind}" x=${x(from)} y=${ABOVE - 9} width=${Math.max(1, x(to) - x(from))} height="18" rx="2"></rect>`)}
        ${apart ? nothing : svg`<text class="axis-name" x="0" y=${BELOW + 4}>${t('interaction.recorded')}</text><line class="axis" x1=${LEFT} x2=${LEFT + inner} y1=${BELOW} y2=${BELOW}></line>`}
        ${facts.map((fact, i) => svg`<g class=${`moment${i === step ? ' now' : i > step ? ' later' : ''}${fact.late ? ' late' : ''}`}>
          <title>${factName(fact.type)}, ${clock(fact.occurredAt, zone)}</title>
          ${apart ? nothing : svg`<line class="join" x1=${x(happened[i])} y1=${ABOVE} x2=${x(recorded[i])} y2=${BELOW}></line><rect x=${x(recorded[i]) - 4} y=${BELOW - 4} width="8" height="8" rx="1"></rect>`}
          <circle cx=${x(happened[i])} cy=${ABOVE} r=${i === step ? 7 : 5}></circle></g>`)}
        <text class="axis-time" x=${LEFT} y="14">${clock(facts[0].occurredAt, zone)}</text>
        <text class="axis-time end" x=${LEFT + inner} y="14">${ends(happened, zone)}</text>`}
    </svg>
    ${bandKeys(state)}
    ${apart ? html`<p class="muted">${t('interaction.recorded.apart', `${day(recorded[0], zone)} ${clock(recorded[0], zone)}`, `${day(recorded.at(-1), zone)} ${clock(recorded.at(-1), zone)}`)}</p>` : nothing}`;
}

function ends(happened, zone) {
  const first = Math.min(...happened);
  const last = Math.max(...happened);
  return last - first > 86_400_000 ? `${day(last, zone)} ${clock(last, zone)}` : clock(last, zone);
}

/** What the visitor was doing, as far as it is known after this fact. */
function bands(state, until) {
  const all = [];
  const add = (kind, from, to) => {
    if (!from) return;
    const begin = Date.parse(from);
    const finish = to ? Date.parse(to) : until;
    if (finish > begin) all.push({ kind, from: begin, to: finish });
  };
  for (const leg of state.legs ?? []) {
    add('wait', leg.queuedAt, leg.calledAt ?? leg.endedAt);
    add('way', leg.calledAt, leg.startedAt ?? leg.endedAt);
    add('service', leg.startedAt, leg.endedAt);
    if (leg.heldAt) add('hold', leg.heldAt, leg.endedAt);
  }
  if (state.openedAt) add('wait', state.openedAt, state.closedAt);
  return all;
}

const KEYS = { wait: 'value.waited', way: 'value.way', service: 'value.handled', hold: 'value.held' };

function bandKeys(state) {
  if (!state.legs) return nothing;
  return html`<ul class="legend">${Object.entries(KEYS).map(([kind, key]) => html`<li><svg viewBox="0 0 18 10" aria-hidden="true"><rect class="band ${kind}" width="18" height="10" rx="2"></rect></svg>${t(key)}</li>`)}</ul>`;
}
