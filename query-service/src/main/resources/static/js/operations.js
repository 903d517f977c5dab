/** How the projections stand, asked for every two seconds, and the facts that they could not take. */
import { ask } from 'app/ask';
import { secondsSince } from 'app/clock';
import { say } from 'app/dom';
import { number, position, since } from 'app/format';
import { deeds, rebuilds, refusal } from 'app/rebuilds';
import { bar, symbol } from 'app/shapes';
import { counted, has, t } from 'app/text';
import { html, nothing, render } from 'lit-html';

const AGAIN_MS = 2000;
/** While something moves that people wait for. */
const SOON_MS = 500;
const RETRY_AFTER_FAILURE_MS = 5000;
const main = document.getElementById('main');
const place = (id) => document.getElementById(id);
const mayRetry = main.dataset.mayRetry === 'true';
/** How a state is shown: shape and colour of the board's states. */
const LEVEL = { LIVE: 'ok', CATCHING_UP: 'warning', STARTING: 'quiet', ELSEWHERE: 'record', WAITING_FOR_DATABASE: 'critical', BROKEN: 'critical', STOPPED: 'quiet' };
/** What a person did last, shown until the next attempt. */
let said = '';
let busy = false;

async function load() {
  const answer = await ask('/api/v1/projections');
  if (!answer.ok) {
    render(html`<p class="banner bad">${t('operations.failed')}</p>`, place('banner'));
    setTimeout(load, RETRY_AFTER_FAILURE_MS);
    return;
  }
  const projections = answer.body;
  const builds = Object.fromEntries(await Promise.all(projections.map(async ({ name }) => [name, (await ask(`/api/v1/projections/${name}/builds`)).body])));
  const letters = await Promise.all(projections.filter((each) => each.deadLetters > 0)
    .map(async ({ name }) => ({ name, letters: await deadLetters(name) })));
  render(said ? html`<p class="banner">${said}</p>` : nothing, place('banner'));
  for (const id of ['projections', 'rebuilds', 'letters']) place(id).classList.remove('is-loading');
  say(place('complete'), t('operations.head', position(Math.max(0, ...projections.map((each) => each.head)))));
  render(table(projections), place('projections'));
  render(letters.length === 0 ? html`<p class="empty">${t('operations.letters.none')}</p>` : letters.map(ofProjection), place('letters'));
  render(rebuilds(projections, builds, mayRetry, act, title), place('rebuilds'));
  render(deeds(builds, title), place('deeds'));
  const moving = projections.some((each) => each.rebuild || builds[each.name]?.goingBack);
  setTimeout(load, moving ? SOON_MS : AGAIN_MS);
}

async function deadLetters(name) {
  const answer = await ask(`/api/v1/projections/${name}/dead-letters`);
  return answer.ok ? answer.body : [];
}

const title = (name) => (has(`projection.${name}`) ? t(`projection.${name}`) : name);

const table = (projections) => html`<div class="scroll" tabindex="0" role="group" aria-labelledby="projections-title"><table class="list">
  <thead><tr><th scope="col">${t('operations.projection')}</th><th scope="col">${t('operations.state')}</th><th scope="col" class="wide">${t('operations.progress')}</th>
    <th scope="col" class="number">${t('operations.position')}</th><th scope="col" class="number">${t('operations.lag')}</th><th scope="col" class="number">${t('operations.speed')}</th><th scope="col" class="number">${t('operations.letters')}</th></tr></thead>
  <tbody>${projections.map((each) => html`<tr>
    <th scope="row"><b>${title(each.name)}</b> <span class="muted mono">${each.build}</span></th>
    <td><span class="projection-state">${symbol(LEVEL[each.state] ?? 'quiet', LEVEL[each.state] ?? 'quiet')} ${t(`operations.state.${each.state}`)}</span>${each.problem ? html`<br><span class="muted">${each.problem}</span>` : nothing}</td>
    <td class="wide">${bar(each.head > 0 ? each.position / each.head : 1)}</td>
    <td class="number">${position(each.position)}</td>
    <td class="number">${number(each.lag)}</td>
    <td class="number">${t('operations.per-second', number(each.eventsPerSecond))}</td>
    <td class="number">${number(each.deadLetters)}</td>
  </tr>`)}</tbody></table></div>`;

const ofProjection = ({ name, letters }) => html`<div class="panel-head"><h3>${title(name)}</h3><p class="muted">${counted('operations.letters.count', letters.length, number(letters.length))}</p>
    ${mayRetry ? html`<button type="button" class="button plain" ?disabled=${busy} @click=${() => retry(name)}>${t('operations.retry')}</button>` : nothing}</div>
  <div class="scroll" tabindex="0" role="group" aria-label=${title(name)}><table class="list">
  <thead><tr><th scope="col">${t('operations.position')}</th><th scope="col">${t('operations.fact')}</th><th scope="col">${t('operations.sequence')}</th><th scope="col">${t('operations.cause')}</th><th scope="col">${t('operations.since')}</th></tr></thead>
  <tbody>${letters.map((letter) => html`<tr>
    <th scope="row" class="nowrap">${position(letter.position)}</th><td class="nowrap mono">${letter.type}</td><td class="mono">${story(letter.sequence)}</td>
    <td>${letter.cause ?? t('operations.waits')}</td><td class="nowrap"><time datetime=${letter.enqueuedAt}>${since(secondsSince(letter.enqueuedAt))}</time></td>
  </tr>`)}</tbody></table></div>`;

const story = (sequence) => (/^(visit|case)-/.test(sequence) ? html`<a href="/interactions/${encodeURIComponent(sequence)}">${sequence}</a>` : sequence);

const guard = () => ({ 'X-CSRF-TOKEN': document.querySelector('input[name=_csrf]')?.value ?? '' });

async function act(name, method, path, what) {
  const answer = await ask(`/api/v1/projections/${name}/${path}`, { method, headers: guard() });
  said = answer.ok ? t(`rebuilds.said.${what}`, title(name)) : refusal(answer.body);
  render(html`<p class="banner">${said}</p>`, place('banner'));
}

async function retry(name) {
  busy = true;
  const answer = await ask(`/api/v1/projections/${name}/dead-letters/retry`, { method: 'POST', headers: guard() });
  busy = false;
  if (answer.ok) said = t('operations.retried', number(answer.body.taken), number(answer.body.left));
  else said = answer.body.detail ?? t('operations.not-retried');
}

load();
