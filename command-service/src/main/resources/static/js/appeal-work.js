/** Where an appeal is worked on: how long is left, by which rule, and what its state allows. */
import { drawForm } from 'app/act-form';
import { stateOf, timeLeft } from 'app/appeal-parts';
import { ask } from 'app/ask';
import { heard, now } from 'app/clock';
import { moment, number, position, UNKNOWN } from 'app/format';
import { has, t } from 'app/text';
import { html, nothing, render } from 'lit-html';

const AGAIN_MS = 15_000;
const GROUPS = ['WORK', 'TERM', 'END'];
const main = document.getElementById('main');
const place = document.getElementById('work');
const banner = document.getElementById('banner');
const said = document.getElementById('said');
const dialog = document.getElementById('dialog');
const { id, person } = main.dataset;
let work = null;
let zone;

async function load() {
  const answer = await ask(`/appeals/${encodeURIComponent(id)}/work/state`);
  if (answer.ok) {
    work = answer.body.state;
    heard(work.at);
    zone ??= await zoneOf(work.record.office);
    render(nothing, banner);
    show();
  } else if ([400, 403, 404].includes(answer.status)) {
    work = null;
    clear();
    render(html`<p class="empty"><strong>${t('work.unknown')}</strong>${t('work.unknown.text', id)}</p>`, place);
  } else {
    render(html`<p class="banner bad">${answer.status === 401 ? html`${t('work.signed-out')} <a href=${location.href}>${t('work.sign-in')}</a>` : t('work.failed')}</p>`, banner);
  }
}

/** What the server wrote gives way once; from then on the place is lit-html's. */
const clear = () => place.querySelector(':scope > .is-loading')?.remove();

async function zoneOf(office) {
  const answer = await ask(`/api/v1/offices/${encodeURIComponent(office)}`);
  return answer.ok ? answer.body.state.timeZone : undefined;
}

const word = (value) => (has(`correction.value.${value}`) ? t(`correction.value.${value}`) : value);
const row = (key, what) => html`<div><dt>${t(`work.${key}`)}</dt><dd>${what}</dd></div>`;

function show() {
  if (!work) return;
  clear();
  const { record, acts } = work;
  const round = record.rounds.at(-1);
  document.getElementById('number').textContent = record.number ?? t('work.unregistered');
  const clock = { due: round.due, pausedAt: round.pausedAt, state: record.state };
  render(html`<div class="panels">
      <section class="panel" aria-labelledby="matter-title"><div class="panel-head"><h2 id="matter-title">${t('work.matter')}</h2>${stateOf(record)}</div>
        <dl class="values">${row('kind', word(record.kind))}${row('topic', word(record.topic))}${row('channel', word(record.channel))}${row('received', moment(record.receivedAt, zone))}
          ${row('applicant', html`<span class="mono">${record.applicant ?? t('work.anonymous')}</span>`)}${row('staff', record.staff ? html`<span class="mono">${record.staff}</span>` : t('work.nobody'))}
          ${record.benefitHolder ? row('benefit', t('work.benefit.yes')) : nothing}</dl>
        ${record.proposals.length > 0 ? html`<p class="acts"><a class="button plain" href="/appeals/${encodeURIComponent(id)}/corrections">${t('corrections.title')}</a></p>` : nothing}</section>
      <section class="panel" aria-labelledby="term-title" id="term"><div class="panel-head"><h2 id="term-title">${t('work.term')}</h2><p class="muted">${t('work.round', number(round.number))}</p></div>
        ${round.due ? html`<p class="term-left" data-wait=${level(clock)}>${timeLeft(clock, new Date(now()).toISOString())}</p>
          <dl class="values">${row('day-zero', round.dayZero ?? UNKNOWN)}${row('due-by', moment(round.due, zone))}${row('policy', html`<span class="mono">${round.policy}</span>`)}
          ${round.pausedAt ? row('paused', moment(round.pausedAt, zone)) : nothing}${round.endedAt ? row('ended', moment(round.endedAt, zone)) : nothing}${round.outcome ? row('outcome', word(round.outcome)) : nothing}</dl>`
    : html`<p class="muted">${t('work.term.none')}</p>`}</section>
    </div>
    <div class="checklists">${GROUPS.map((group) => panel(group, acts.filter((act) => act.group === group)))}</div>
    ${acts.length === 0 ? html`<p class="empty"><strong>${t('work.over')}</strong>${t('work.over.text')}</p>` : nothing}`, place);
}

/** Late, or in its last day; nothing when it is over or stands still. */
function level({ due, pausedAt, state }) {
  if (pausedAt || ['ANSWERED', 'FORWARDED', 'DECLINED', 'WITHDRAWN'].includes(state)) return '';
  const left = Date.parse(due) - now();
  return left < 0 ? 'critical' : left < 86_400_000 ? 'warning' : 'ok';
}

const panel = (group, acts) => (acts.length === 0 ? nothing : html`<section class="panel" aria-labelledby="group-${group}"><div class="panel-head"><h2 id="group-${group}">${t(`work.group.${group}`)}</h2></div>
  <div class="acts">${acts.map((act, i) => html`<button type="button" class=${group === 'WORK' && i === 0 ? 'button' : 'button plain'} data-act=${act.act} @click=${() => open(act)}>${t(`work.act.${act.act}`)}</button>`)}</div></section>`);

function open(act) {
  drawForm(dialog, {
    form: act, path: `/api/v1/appeals/${encodeURIComponent(id)}/${act.act}`, shown: work.record, zone, person,
    done: (answer) => entered(act, answer), leave: () => dialog.close(),
  });
  dialog.showModal();
}

async function entered(act, answer) {
  dialog.close();
  said.textContent = t('work.said', t(`work.act.${act.act}`), position(answer.position));
  await load();
  // The button that was pressed may be gone.
  if (!document.activeElement || document.activeElement === document.body) main.focus({ preventScroll: true });
}

setInterval(() => { if (!dialog.open && !document.hidden) load(); }, AGAIN_MS);
load();
