/** Steps through the facts of one visit or case: what was known after each of them, and when it was learnt. */
import { ask } from 'app/ask';
import { clocks } from 'app/clocks';
import { day, position } from 'app/format';
import { exportFrom } from 'app/exports';
import { factItem, factName } from 'app/facts';
import { footagePanel, linkedFootage } from 'app/linked-footage';
import { decidePage, proposalsPanel } from 'app/proposals';
import { symbol } from 'app/shapes';
import { stateAfter } from 'app/state-view';
import { name, t } from 'app/text';
import { html, nothing, render } from 'lit-html';

const main = document.getElementById('main');
const player = document.getElementById('player');
const said = document.getElementById('said');
const id = main.dataset.interaction;
let interaction = null;
let footage = [];
let step = 0;

async function load() {
  const answer = await ask(`/api/v1/interactions/${encodeURIComponent(id)}`);
  if (answer.status === 404 || answer.status === 400) return render(html`<h1>${t('interaction.unknown')}</h1><p class="empty">${t('interaction.unknown.text', id)}</p>`, clear());
  if (!answer.ok) return render(html`<h1>${t('interaction.failed')}</h1><p class="empty">${t('interactions.failed.text')}</p>`, clear());
  interaction = answer.body;
  if (interaction.facts.length === 0) return render(html`<h1>${t('interaction.unknown')}</h1><p class="empty">${t('interaction.unknown.text', id)}</p>`, clear());
  footage = await linkedFootage(id);
  step = startingAt(new URLSearchParams(location.search).get('at'));
  clear();
  show();
  return null;
}

function clear() {
  player.replaceChildren();
  return player;
}

/** ?at= names a position or an instant: the last fact that was known then. Without it the story stands at its end. */
function startingAt(at) {
  const { facts } = interaction;
  if (!at) return facts.length - 1;
  const known = /^\d+$/.test(at) ? facts.findLastIndex((fact) => fact.position <= Number(at)) : facts.findLastIndex((fact) => Date.parse(fact.recordedAt) <= Date.parse(at));
  return Math.max(0, known);
}

function go(to) {
  const next = Math.min(interaction.facts.length - 1, Math.max(0, to));
  if (next === step) return;
  step = next;
  history.replaceState(null, '', `?at=${interaction.facts[step].position}`);
  show();
  said.textContent = t('interaction.step', step + 1, interaction.facts.length);
  player.querySelector('.fact[aria-current]')?.scrollIntoView({ block: 'nearest' });
}

function show() {
  const { facts } = interaction;
  const zone = interaction.timeZone ?? undefined;
  const last = facts.at(-1).state ?? {};
  const title = last.ticket || interaction.id;
  document.title = `${title} · ${t('app.name')}`;
  render(html`
    <div class="heading">
      <h1>${title}</h1><span class="badge solid">${t(`kind.${interaction.kind}`)}</span>
      ${facts.some((fact) => fact.late) ? html`<span class="badge late">${symbol('late')} ${t('badge.late')}</span>` : nothing}
      <p class="muted"><a href="/offices/${encodeURIComponent(interaction.office)}">${name(interaction.officeName, interaction.office)}</a> · ${day(facts[0].occurredAt, zone)} ·
        ${t('interaction.complete', facts.length, position(interaction.position))}</p>
    </div>
    ${proposalsPanel(last.proposals ?? [], zone, decidePage(main.dataset, 'visits', interaction.id.replace(/^visit-/, '')))}
    <section class="panel" aria-labelledby="clocks-title">
      <div class="panel-head"><h2 id="clocks-title">${t('interaction.clocks')}</h2><p class="muted">${t('interaction.keys')}</p></div>
      ${clocks(facts, step, zone, player.clientWidth - 36)}
      <div class="steps">
        ${button('first', 0)}${button('back', step - 1, 'previous')}
        <input type="range" id="slider" min="0" max=${facts.length - 1} .value=${String(step)} aria-label=${t('interaction.slider')}
          aria-valuetext=${t('interaction.step', step + 1, facts.length)} @input=${(event) => go(Number(event.target.value))}>
        ${button('next', step + 1)}${button('last', facts.length - 1)}
        <output for="slider">${t('interaction.step', step + 1, facts.length)}</output>
      </div>
    </section>
    <div class="columns player">
      <section class="panel" aria-labelledby="facts-title"><div class="panel-head"><h2 id="facts-title">${t('interaction.facts')}</h2></div>
        <ol class="facts">${facts.map((fact, i) => factItem(fact, { zone, current: i === step, future: i > step, choose: () => go(i) }))}</ol></section>
      <section class="panel" aria-labelledby="state-title"><div class="panel-head"><h2 id="state-title">${t('interaction.state')}</h2></div>
        ${stateAfter(interaction.kind, facts[step], step > 0 ? facts[step - 1].state : null, interaction)}
        <details class="data raw"><summary>${t('interaction.raw')}</summary><pre tabindex="0">${JSON.stringify(facts[step], null, 2)}</pre></details></section>
    </div>
    ${footagePanel(footage, zone)}`, player);
  exportFrom(document.getElementById('clocks-title').closest('.panel'), player.querySelector('.clocks'), () => ({
    says: title, complete: t('interaction.complete', facts.length, position(interaction.position)),
    head: [t('interaction.facts'), t('interaction.happened'), t('interaction.recorded'), '#'],
    rows: facts.map((fact) => [factName(fact.type), fact.occurredAt, fact.recordedAt, fact.position]),
  }));
}

function button(shape, to, key = shape) {
  const off = to < 0 || to > interaction.facts.length - 1 || to === step;
  return html`<button type="button" class="quiet" title=${t(`interaction.${key}`)} aria-label=${t(`interaction.${key}`)} ?disabled=${off} @click=${() => go(to)}>${symbol(shape)}</button>`;
}

addEventListener('keydown', (event) => {
  if (!interaction || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input:not([type=range]), select, textarea, summary, pre')) return;
  const to = { ArrowLeft: step - 1, ArrowRight: step + 1, Home: 0, End: interaction.facts.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  go(to);
});
addEventListener('resize', () => interaction && show());

load();
