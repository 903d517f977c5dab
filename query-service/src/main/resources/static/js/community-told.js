/** The way of officers, and what others published: claims stand side by side, none is corrected here. */
import { day, decimal, number } from 'app/format';
import { bar } from 'app/shapes';
import { t } from 'app/text';
import { html, nothing } from 'lit-html';

const STEPS = ['CANDIDATE', 'IN_TRAINING', 'CERTIFIED', 'ASSIGNED', 'ABSENT', 'LEFT'];
const date = (text) => day(`${text}T12:00:00Z`, 'UTC');

export function pipeline(origins) {
  if (origins.length === 0) return html`<p class="empty">${t('community.pipeline.none')}</p>`;
  return origins.map(({ origin, states, steps }) => {
    const most = Math.max(1, ...Object.values(states));
    return html`${origin === 'LIVE' ? nothing : html`<p><span class="badge">${t(`badge.${origin}`)}</span></p>`}
    <div class="scroll" tabindex="0" role="group" aria-labelledby="pipeline-title"><table class="list"><thead><tr><th scope="col">${t('community.step')}</th><th scope="col" class="wide"><span class="unseen">${t('community.share')}</span></th><th scope="col" class="number">${t('community.now')}</th><th scope="col" class="number">${t('community.days')}</th></tr></thead>
    <tbody>${STEPS.map((state) => html`<tr><th scope="row">${t(`community.step.${state}`)}</th><td class="wide">${bar(states[state] / most)}</td><td class="number">${number(states[state])}</td><td class="number">${time(steps.find((step) => step.step === state))}</td></tr>`)}</tbody></table></div>`;
  });
}

/** Days since the step before; below thirty values the values speak. */
function time(step) {
  if (!step || step.n === 0) return '—';
  if (step.p50 !== null) return `${decimal(step.p50)} / ${decimal(step.p90)} · n = ${number(step.n)}`;
  const shown = step.values;
  return shown.length <= 3 ? shown.map((value) => decimal(value)).join(', ') : t('community.days.range', decimal(shown[0]), decimal(shown.at(-1)), number(step.n));
}

export function trust(items) {
  const counted = items.filter((item) => item.trust && !item.trust.community);
  return counted.length === 0 ? html`<p class="empty">${t('community.trust.none')}</p>` : surveys(counted);
}

export function surveys(items) {
  return html`<ul class="told">${items.map((item) => html`<li class=${item.withdrawn ? 'withdrawn' : ''}><b>${decimal(item.trust.percent)} %${item.trust.margin === null ? nothing : html` <small>± ${decimal(item.trust.margin)}</small>`}</b>
    <span>${item.source}${item.trust.region ? ` · ${item.trust.region}` : ` · ${t('community.trust.nation')}`}</span>
    <span class="muted">n = ${number(item.trust.n)} · ${date(item.trust.fieldworkFrom)} – ${date(item.trust.fieldworkTo)}${item.withdrawn ? ` · ${t('community.withdrawn', item.withdrawn)}` : ''}</span></li>`)}</ul>`;
}

/** Published figures beside what is counted here. */
export function claims(items, rows) {
  const published = items.filter((item) => item.figures);
  const line = (label, when, figures, mark) => html`<tr class=${mark}><th scope="row">${label} <span class="muted">${when}</span></th><td class="number">${number(figures.communities)}</td><td class="number">${number(figures.officers)}</td><td class="number">${number(figures.people)}</td></tr>`;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${t('community.claims')}><table class="list"><thead><tr><th scope="col">${t('community.source')}</th><th scope="col" class="number">${t('community.claims.communities')}</th><th scope="col" class="number">${t('community.officers')}</th><th scope="col" class="number">${t('community.served')}</th></tr></thead>
    <tbody>${published.map((item) => line(item.source, `${date(item.figures.asOf)}${item.withdrawn ? ` · ${t('community.withdrawn', item.withdrawn)}` : ''}`, item.figures, item.withdrawn ? 'withdrawn' : ''))}
    ${rows.map((row) => line(t('community.claims.here'), t(`badge.${row.origin}`), { communities: row.states.COVERED, officers: row.officers, people: row.peopleServed }, 'here'))}</tbody></table></div>`;
}
