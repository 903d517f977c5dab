/** Where a record is kept: seven lists with what each still owes, and the entries that come next, each a short form. */
import { drawForm } from 'app/act-form';
import { ask } from 'app/ask';
import { heard } from 'app/clock';
import { position } from 'app/format';
import { dutyName, left, listName, listState, phaseName, standing, stay } from 'app/custody-words';
import { t } from 'app/text';
import { html, nothing, render } from 'lit-html';

const AGAIN_MS = 10_000;
/** How many duties are shown first of all. */
const FIRST = 4;
const main = document.getElementById('main');
const place = document.getElementById('work');
const banner = document.getElementById('banner');
const said = document.getElementById('said');
const dialog = document.getElementById('dialog');
const { id, person } = main.dataset;
const address = `/custody/${encodeURIComponent(id)}/record`;
let work = null;
let zone;
let offices = null;

async function load() {
  const answer = await ask(`${address}/state`);
  if (answer.ok) {
    work = answer.body.state;
    heard(work.at);
    zone ??= await zoneOf(work.record.office);
    render(nothing, banner);
    show();
  } else if ([400, 403, 404].includes(answer.status)) {
    work = null;
    clear();
    render(answer.status === 403 ? closed() : html`<p class="empty"><strong>${t('work.unknown')}</strong>${t('work.unknown.text', id)}</p>`, place);
  } else {
    render(html`<p class="banner bad">${answer.status === 401 ? html`${t('work.signed-out')} <a href=${location.href}>${t('work.sign-in')}</a>` : t('work.failed')}</p>`, banner);
  }
}

/** What the server wrote gives way once; from then on the place is lit-html's. */
const clear = () => place.querySelector(':scope > .is-loading')?.remove();
const closed = () => html`<p class="empty"><strong>${t('work.closed')}</strong>${t('work.closed.text')}<br><a class="button" href=${address}>${t('work.closed.open')}</a></p>`;

async function zoneOf(office) {
  const answer = await ask(`/api/v1/offices/${encodeURIComponent(office)}`);
  return answer.ok ? answer.body.state.timeZone : undefined;
}

function show() {
  if (!work) return;
  clear();
  const { record, acts } = work;
  const tasks = record.checklists.flatMap((list) => list.tasks);
  document.getElementById('person').textContent = record.person;
  const delayed = record.checklists.find((list) => list.state === 'DELAYED');
  const due = tasks.filter((task) => task.state === 'OPEN' && task.dueAt && !delayed?.tasks.includes(task)).sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt)).slice(0, FIRST);
  const stayActs = acts.filter((act) => act.group === 'STAY');
  const moves = stayActs.filter((act) => ['deliver', 'open', 'seal'].includes(act.act));
  render(html`
    <div class="panels">
      <section class="panel" aria-labelledby="stay-title"><div class="panel-head"><h2 id="stay-title">${t('work.stay')}</h2><span class="state" data-state=${record.phase}>${phaseName(record.phase)}</span></div>
        <dl class="values">${stay(record, tasks.find((task) => task.duty === 'END_DETENTION' && task.state === 'OPEN'), zone)}</dl>
        <div class="acts">${moves.map((act) => button(act, true))}${record.proposals.length > 0 ? html`<a class="button plain" href="/custody/${encodeURIComponent(id)}/corrections">${t('corrections.title')}</a>` : nothing}</div>${more(stayActs.filter((act) => !moves.includes(act)))}</section>
      <section class="panel" aria-labelledby="due-title"><div class="panel-head"><h2 id="due-title">${t('work.due')}</h2></div>
        ${due.length === 0 ? html`<p class="muted">${t('work.due.none')}</p>` : html`<ol class="duties">${due.map((task) => duty(task, acts))}</ol>`}</section>
    </div>
    <div class="checklists">${record.checklists.map((list) => checklist(list, acts))}</div>`, place);
}

function checklist({ list, state, tasks }, acts) {
  const its = acts.filter((act) => act.group === list);
  const next = its.filter((act) => act.meets.length > 0);
  const open = tasks.filter((task) => task.state === 'OPEN');
  return html`<section class="panel" aria-labelledby="list-${list}" data-list=${list}><div class="panel-head"><h2 id="list-${list}">${listName(list)}</h2>${listState(state, state === 'DELAYED' ? [] : tasks)}</div>
    ${tasks.length === 0 ? html`<p class="muted">${t('custody.list.none')}</p>` : nothing}
    <ul class="duties">${open.map((task) => duty(task, next, state === 'DELAYED'))}</ul>
    <ul class="tasks">${tasks.filter((task) => task.state !== 'OPEN').map((task) => html`<li data-task=${task.state}><span>${dutyName(task.duty)}</span> ${standing(task, zone)}</li>`)}</ul>
    ${more(its.filter((act) => !next.includes(act)))}</section>`;
}

/** A duty with its clock, and the entry that meets it. */
const duty = (task, acts, delayed = false) => html`<li data-duty=${task.duty}><span class="duty">${dutyName(task.duty)} <span class="clock">${task.dueAt && !delayed ? left(task) : standing(delayed ? { ...task, pausedAt: task.since } : task, zone)}</span></span>
  <span class="acts">${acts.filter((act) => act.meets.includes(task.duty)).map((act) => button(act))}</span></li>`;

const button = (act, strong = false) => html`<button type="button" class=${strong ? 'button' : 'button plain'} data-act=${act.act} @click=${() => open(act)}>${t(`work.act.${act.act}`)}</button>`;
const more = (acts) => (acts.length === 0 ? nothing : html`<details class="more"><summary>${t('work.more', acts.length)}</summary><div class="acts">${acts.map((act) => button(act))}</div></details>`);

async function open(act) {
  if (act.fields.some((field) => field.kind === 'OFFICE')) offices ??= (await ask('/api/v1/offices?withoutDesks=true')).body;
  drawForm(dialog, {
    form: act, path: `/api/v1/custody/${encodeURIComponent(id)}/${act.act}`, shown: work.record, zone, person,
    offices: Array.isArray(offices) ? offices : [], lateAfterSeconds: work.lateAfterSeconds,
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

setInterval(() => show(), 1000);
setInterval(() => { if (!dialog.open && !document.hidden) load(); }, AGAIN_MS);
load();
