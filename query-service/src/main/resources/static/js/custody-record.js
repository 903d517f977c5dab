/** The record of one stay: how the lists stand, and every entry with who made it, when it happened and when it was recorded. */
import { ask } from 'app/ask';
import { heard } from 'app/clock';
import { correction } from 'app/correction';
import { clock, day, duration, moment, number, position } from 'app/format';
import { dutyName, listName, listState, phaseName, standing, stay, valueName } from 'app/custody-words';
import { factName } from 'app/facts';
import { footagePanel, linkedFootage } from 'app/linked-footage';
import { decidePage, proposalsPanel } from 'app/proposals';
import { why } from 'app/question';
import { symbol } from 'app/shapes';
import { counted, has, name, t } from 'app/text';
import { html, nothing, render } from 'lit-html';

const AGAIN_MS = 5000;
/** A lag below this is the way through the network, not a late entry. */
const LAG_SECONDS = 60;
const main = document.getElementById('main');
const place = document.getElementById('record');
const banner = document.getElementById('banner');
const id = main.dataset.custody;
const LISTS = ['RIGHTS', 'LEGAL_AID', 'RELATIVES', 'HEALTH', 'CARE', 'LOCATION', 'PROCEDURE'];
let story = null;
let footage = [];
let all = false;

async function load() {
  const answer = await ask(`/api/v1/custody/${encodeURIComponent(id)}`);
  if (answer.status === 403 && answer.body.type?.endsWith(':purpose-needed')) return askWhatFor();
  if ([400, 403, 404].includes(answer.status)) {
    render(html`<h1>${t('custody.unknown')}</h1><p class="empty">${t('custody.unknown.text', id)}</p>`, clear());
    return;
  }
  if (answer.ok) {
    const first = story === null;
    story = answer.body;
    heard(story.at);
    if (first) {
      clear();
      footage = await linkedFootage(`custody-${id}`);
    }
    show();
  } else {
    render(html`<p class="banner bad">${why(answer, story ? t('feed.lost.text', clock(story.at, story.now.timeZone ?? undefined)) : t('custody.failed'))}</p>`, banner);
  }
  setTimeout(load, AGAIN_MS);
}

/** The way to the form that asks. It is on the command service, which records what is said in the record itself before anything of it is shown. */
function askWhatFor() {
  story = null;
  render(nothing, banner);
  render(html`<h1>${t('custody.record')}</h1><section class="panel purpose" aria-labelledby="purpose-title"><div class="panel-head"><h2 id="purpose-title">${t('custody.purpose.title')}</h2></div>
    <p>${t('custody.purpose.text')}</p>
    <a class="button" id="open" href="${main.dataset.commands}/custody/${encodeURIComponent(id)}/open">${t('custody.purpose.open')}</a>
    ${main.dataset.decides === 'true' ? html`<a class="button plain" id="work" href=${working()}>${t('custody.work')}</a>` : nothing}</section>`, clear());
}

function clear() {
  place.replaceChildren();
  return place;
}

function show() {
  const row = story.now;
  const zone = row.timeZone ?? undefined;
  document.title = `${row.person} · ${t('app.name')}`;
  const shown = all ? story.entries : story.entries.filter((entry) => entry.entered);
  render(story.problem ? html`<p class="banner bad">${t('custody.problem', story.problem)}</p>` : nothing, banner);
  render(html`
    <div class="heading"><h1>${row.person}</h1><span class="state" data-state=${row.phase}>${phaseName(row.phase)}</span>
      ${main.dataset.decides === 'true' ? html`<a class="button" id="work" href=${working()}>${t('custody.work')}</a>` : nothing}
      ${row.late > 0 ? html`<span class="badge late">${symbol('late')} ${counted('custody.late', row.late, number(row.late))}</span>` : nothing}
      <p class="muted">${name(row.officeName, row.office)} · ${day(row.apprehendedAt, zone)} · ${t('custody.complete', position(story.position))}</p></div>
    <section class="panel" aria-labelledby="stay-title"><div class="panel-head"><h2 id="stay-title">${t('custody.stay')}</h2></div>
      <dl class="values">
        ${stay(row, row.clocks.find((each) => each.duty === 'END_DETENTION'), zone)}${value('custody.on-duty', row.onDuty ?? '—')}
      </dl>
      <ol class="phases" aria-label=${t('custody.phases')}>${story.phases.map((each) => html`<li><b>${phaseName(each.phase)}</b> <time datetime=${each.since} class="muted">${moment(each.since, zone)}</time></li>`)}</ol></section>
    <div class="checklists">${LISTS.map((list) => checklist(list, row, zone))}</div>
    ${proposalsPanel(story.proposals, zone, decidePage(main.dataset, 'custody', id))}
    <section class="panel" aria-labelledby="entries-title">
      <div class="panel-head"><h2 id="entries-title">${t('custody.entries')}</h2><p class="muted">${story.lateAfterSeconds ? t('custody.lag.note', duration(story.lateAfterSeconds)) : t('custody.lag.no-policy')}${story.entries.some((entry) => entry.lagSeconds === null) ? html` · ${t('custody.entries.backfilled')}` : nothing}</p></div>
      <label class="check"><input type="checkbox" .checked=${all} @change=${(event) => { all = event.target.checked; show(); }}><span>${t('custody.entries.all')}</span></label>
      <ol class="entries">${shown.map((entry) => item(entry, zone))}</ol></section>
    ${footagePanel(footage, zone)}
    <section class="panel" aria-labelledby="accesses-title"><div class="panel-head"><h2 id="accesses-title">${t('custody.accesses')}</h2><p class="muted">${t('custody.accesses.note')}</p></div>
      ${accesses(story.accesses, zone)}</section>`, place);
}

const accesses = (all, zone) => html`<div class="scroll" tabindex="0" role="group" aria-labelledby="accesses-title"><table class="list">
  <thead><tr><th scope="col">${t('custody.accesses.when')}</th><th scope="col">${t('custody.accesses.who')}</th><th scope="col">${t('custody.purpose')}</th><th scope="col">${t('custody.purpose.reference')}</th></tr></thead>
  <tbody>${all.map((one) => html`<tr><td class="nowrap"><time datetime=${one.at}>${moment(one.at, zone)}</time></td><td><span class="mono">${one.by}</span> ${one.role}</td>
    <td>${has(`custody.purpose.${one.purpose}`) ? t(`custody.purpose.${one.purpose}`) : one.purpose}</td><td>${one.reference ?? ''}</td></tr>`)}</tbody></table></div>`;

const working = () => `${main.dataset.commands}/custody/${encodeURIComponent(id)}/record`;

const value = (key, what) => html`<div><dt>${t(key)}</dt><dd>${what}</dd></div>`;

function checklist(list, row, zone) {
  const tasks = story.tasks.filter((task) => dutyList(task.duty) === list);
  return html`<section class="panel" aria-label=${listName(list)}><div class="panel-head"><h3>${listName(list)}</h3>${listState(row.checklists[list], tasks)}</div>
    ${tasks.length === 0 ? html`<p class="muted">${t('custody.list.none')}</p>` : html`<ul class="tasks">${tasks.map((task) => html`<li data-task=${task.state}><span>${dutyName(task.duty)}</span> ${standing(task, zone)}</li>`)}</ul>`}</section>`;
}

const DUTIES = {
  RIGHTS: ['EXPLAIN_RIGHTS', 'NOTIFY_CONSULATE'], LEGAL_AID: ['NOTIFY_LEGAL_AID', 'ASSIGN_LAWYER', 'LAWYER_ARRIVAL'], RELATIVES: ['NOTIFY_RELATIVES'],
  HEALTH: ['NOTE_INJURIES', 'MEDICAL_EXAMINATION', 'HOSPITAL'], CARE: ['CELL_VISIT'], LOCATION: ['ASSIGN_CELL', 'RETURN'],
};
const dutyList = (duty) => Object.keys(DUTIES).find((list) => DUTIES[list].includes(duty)) ?? 'PROCEDURE';

function item(entry, zone) {
  return html`<li class="entry" data-entered=${entry.entered}>
    <time class="fact-time" datetime=${entry.occurredAt} title=${moment(entry.occurredAt, zone)}>${day(entry.occurredAt, zone)} ${clock(entry.occurredAt, zone)}</time>
    <span class="fact-what"><b>${factName(entry.type)}</b> <span class="muted">${details(entry.data, zone)}</span>${entry.data.field ? correction(entry.data, zone) : nothing}
      <span class="fact-more">${t('interaction.by', entry.actor, entry.role)}${lag(entry, zone)}</span></span>
    <span class="fact-marks">
      ${entry.late ? html`<span class="badge late">${symbol('late')} ${t('badge.late')}</span>` : nothing}
      ${entry.outOfOrder ? html`<span class="badge solid">${t('custody.out-of-order')}</span>` : nothing}
      ${entry.quality !== 'EXACT' ? html`<span class="badge solid">${t(`quality.${entry.quality}`)}</span>` : nothing}
      ${entry.correctedBy.length > 0 ? html`<span class="badge solid">${t('interaction.corrected')}</span>` : nothing}
      <span class="muted mono">${position(entry.position)}</span></span></li>`;
}

function lag(entry, zone) {
  if (entry.lagSeconds === null) return nothing;
  if (entry.lagSeconds < -1) return html` · <span class="late-text">${t('interaction.lag.ahead', duration(-entry.lagSeconds))}</span>`;
  return entry.lagSeconds < LAG_SECONDS ? nothing : html` · <span class=${entry.late ? 'late-text' : ''}>${t('interaction.lag', duration(entry.lagSeconds), clock(entry.recordedAt, zone))}</span>`;
}

/** What an entry says beside its name; pseudonyms and categories, in words where there are any. */
function details(data, zone) {
  return Object.entries(data)
    .filter(([key]) => !['custody', 'ofEventId', 'field', 'was', 'is', 'reason', 'person', 'office'].includes(key))
    .map(([key, what]) => said(key, what, zone)).filter(Boolean).join(' · ');
}

function said(key, what, zone) {
  if (what === null || what === '') return null;
  if (typeof what === 'boolean') return has(`custody.says.${key}.${what}`) ? t(`custody.says.${key}.${what}`) : null;
  if (key === 'duty' || key === 'nextDuty') return dutyName(what);
  if (/^\d{4}-\d\d-\d\dT/.test(what)) return `${has(`custody.says.${key}`) ? t(`custody.says.${key}`) : key} ${moment(what, zone)}`;
  return valueName(what) ?? (has(`custody.says.${key}`) ? `${t(`custody.says.${key}`)} ${what}` : String(what));
}

setInterval(() => story && show(), 1000);

load();
