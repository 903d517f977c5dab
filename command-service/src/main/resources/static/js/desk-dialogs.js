/** What needs more than a key: where to transfer, what an appeal is about, what was told wrong, and which keys there are. */
import { last, OUTCOMES } from 'app/desk-floor';
import { picture } from 'app/desk-slip';
import { deskName, KEYS, serviceName, ticketOf } from 'app/desk-view';
import { clock, day } from 'app/format';
import { name, t } from 'app/text';
import { startOfDay } from 'app/zone';
import { html, nothing, render } from 'lit-html';

const dialog = document.getElementById('dialog');
const KINDS = ['APPLICATION', 'COMPLAINT', 'PROPOSAL'];
const TOPICS = ['PUBLIC_ORDER', 'ROAD_SAFETY', 'CRIME', 'DOMESTIC_VIOLENCE', 'CONDUCT_OF_STAFF', 'DETENTION', 'DOCUMENTS', 'COMMUNITY', 'OTHER'];
const TIMES = ['QUEUED_AT', 'CALLED_AT', 'STARTED_AT', 'ENDED_AT'];
const VALUE = { QUEUED_AT: 'queuedAt', CALLED_AT: 'calledAt', STARTED_AT: 'startedAt', ENDED_AT: 'endedAt', SERVICE: 'service', DESK: 'desk', STAFF: 'staff' };
const SHORTCUTS = ['new', 'call', 'start', 'finish', 'recall', 'hold', 'transfer', 'recycle', 'no-show', 'abandon', 'appeal', 'correct', 'open', 'break', 'print', 'end-day'];

const field = (label, control) => html`<label class="field"><span>${label}</span>${control}</label>`;

function show(title, content, submit, done) {
  render(html`<form method="dialog" @submit=${(event) => { event.preventDefault(); if (done(new FormData(event.target)) !== false) dialog.close(); }}>
    <h2 id="dialog-title">${title}</h2>${content}
    <div class="actions">${submit ? html`<button type="submit" class="button">${submit}</button>` : nothing}
      <button type="button" class="button plain" @click=${() => dialog.close()}>${t('desk.dialog.close')}</button></div></form>`, dialog);
  if (!dialog.open) dialog.showModal();
  // Each time anew: what was chosen for the last person is not meant for this one.
  dialog.querySelector('form').reset();
}

export const isOpen = () => dialog.open;

export function transfer(floor, guest, desk, send) {
  const leg = last(guest);
  const other = floor.services.find((service) => service.id !== leg.service)?.id;
  show(t('desk.transfer.title', ticketOf(guest)), html`
    ${field(t('desk.transfer.service'), html`<select name="service">${floor.services.map((service) => html`<option value=${service.id} ?selected=${service.id === other}>${name(service.name, service.id)}</option>`)}</select>`)}
    ${field(t('desk.transfer.desk'), html`<select name="desk"><option value="">${t('desk.transfer.any')}</option>${floor.desks.filter((one) => one.id !== desk).map((one) => html`<option value=${one.id}>${name(one.name, one.id)}</option>`)}</select>`)}`,
  t('desk.act.transfer'), (data) => send({ service: data.get('service'), desk: data.get('desk') || undefined }));
}

export function appeal(guest, send) {
  show(t('desk.appeal.title', ticketOf(guest)), html`
    ${field(t('desk.appeal.kind'), html`<select name="kind">${KINDS.map((kind) => html`<option value=${kind}>${t(`desk.kind.${kind}`)}</option>`)}</select>`)}
    ${field(t('desk.appeal.topic'), html`<select name="topic">${TOPICS.map((topic) => html`<option value=${topic}>${t(`desk.topic.${topic}`)}</option>`)}</select>`)}
    <label class="check"><input type="checkbox" name="benefit"> ${t('desk.appeal.benefit')}</label>
    <p class="muted">${t('desk.appeal.note')}</p>`,
  t('desk.act.appeal'), (data) => send({ kind: data.get('kind'), topic: data.get('topic'), benefitHolder: data.get('benefit') === 'on' }));
}

/** The code is shown to its maker once; nothing keeps it. */
export function receipt(code, print) {
  show(t('desk.receipt.title'), html`<p class="receipt-code mono" id="receipt-code">${code}</p>${picture(code, t('desk.qr.receipt'))}<p>${t('desk.receipt.text')}</p>`, t('desk.act.print'), () => print());
}

export function correct(floor, guest, send) {
  const leg = last(guest);
  const ended = Boolean(leg.endedAt);
  const fields = Object.keys(leg.told).filter((key) => leg[VALUE[key]] && (TIMES.includes(key) || key === 'SERVICE' || (ended && key === 'DESK')));
  // Nothing of it is told yet: it waits for the connection itself.
  if (fields.length > 0) draw(fields[0]);

  function draw(key, typed = {}) {
    const was = leg[VALUE[key]];
    show(t('desk.correct.title', ticketOf(guest)), html`
      ${field(t('desk.correct.field'), html`<select name="field" .value=${key} @change=${(event) => draw(event.target.value)}>${fields.map((one) => html`<option value=${one} ?selected=${one === key}>${t(`desk.field.${one}`)}</option>`)}</select>`)}
      <p>${t('desk.correct.was', TIMES.includes(key) ? `${day(was, floor.timeZone)}, ${clock(was, floor.timeZone)}` : key === 'SERVICE' ? serviceName(floor, was) : deskName(floor, was))}</p>
      ${field(t('desk.correct.is'), control(key, was))}
      ${field(t('desk.correct.reason'), html`<input name="reason" required maxlength="200" autocomplete="off" value=${typed.reason ?? ''}>`)}`,
    t('desk.act.correct'), (data) => send({ ofEvent: leg.told[key], leg: leg.number, field: key, was, is: value(key, was, data.get('is')), reason: data.get('reason') }));
    dialog.querySelector('select[name=field]').value = key;
  }

  function control(key, was) {
    if (TIMES.includes(key)) return html`<input type="time" name="is" step="1" required value=${localTime(was, floor.timeZone)}>`;
    const all = key === 'SERVICE' ? floor.services : floor.desks;
    return html`<select name="is">${all.map((one) => html`<option value=${one.id} ?selected=${one.id === was}>${name(one.name, one.id)}</option>`)}</select>`;
  }

  function value(key, was, is) {
    if (!TIMES.includes(key)) return is;
    return new Date(onDay(was, is, floor.timeZone)).toISOString();
  }
}

/**
 * The tickets that are open, the oldest first: what stays open is shown again, and nothing is closed by itself. The moment of an outcome is what the clerk says, on the day of
 * the ticket; of what nobody knows there is none.
 */
export function endDay(floor, guests, at, send) {
  const rows = [...guests].sort((a, b) => Date.parse(last(a).lastAt) - Date.parse(last(b).lastAt));
  const today = startOfDay(at, floor.timeZone);
  show(t('desk.left.title'), html`<p>${t('desk.left.text')}</p>
    <ul class="outcomes">${rows.map((guest) => row(guest))}</ul>
    ${rows.some(isOld) ? html`<button type="button" class="button plain" id="rest" @click=${rest}>${t('desk.left.rest')}</button>` : nothing}`,
  t('desk.left.give'), (data) => rows.forEach((guest) => {
    const how = data.get(`how/${guest.visit}`);
    if (how) send(guest, how, how === 'reset' ? null : moment(last(guest).lastAt, data.get(`at/${guest.visit}`)));
  }));
  for (const time of dialog.querySelectorAll('.outcomes input')) time.required = false;

  function row(guest) {
    const leg = last(guest);
    const seen = Date.parse(leg.lastAt);
    const ticket = ticketOf(guest);
    return html`<li><b class="ticket">${ticket}</b> <span>${serviceName(floor, leg.service)} <span class="muted">${t(`desk.state.${leg.state}`)} · ${day(leg.lastAt, floor.timeZone)}, ${clock(leg.lastAt, floor.timeZone)}</span></span>
      <label class="field"><span class="unseen">${t('desk.left.how', ticket)}</span><select name="how/${guest.visit}" @change=${timed}><option value="">${t('desk.left.open')}</option>${OUTCOMES[leg.state].filter((how) => how !== 'reset' || isOld(guest)).map((how) => html`<option value=${how}>${t(`desk.outcome.${how}`)}</option>`)}</select></label>
      <label class="field"><span class="unseen">${t('desk.left.at', ticket)}</span><input type="time" name="at/${guest.visit}" value=${seen < today ? '' : localTime(at, floor.timeZone).slice(0, 5)}></label></li>`;
  }

  /** What is of today has an outcome, or stays open. */
  function isOld(guest) {
    return Date.parse(guest.arrivedAt) < today;
  }

  function timed({ target }) {
    target.closest('li').querySelector('input').required = target.value !== '' && target.value !== 'reset';
  }

  function rest() {
    for (const how of dialog.querySelectorAll('.outcomes select')) if (!how.value && how.querySelector('[value=reset]')) how.value = 'reset';
  }

  function moment(seen, time) {
    return new Date(Math.min(at, Math.max(Date.parse(seen), onDay(seen, time, floor.timeZone)))).toISOString();
  }
}

/** A time of day, on the local day of an instant, in milliseconds. */
function onDay(instant, time, zone) {
  const guess = startOfDay(Date.parse(instant), zone) + seconds(time) * 1000;
  // A day on which clocks change has an hour more or less before this one.
  return guess + (seconds(time) - seconds(localTime(guess, zone))) * 1000;
}

/** A time of day as a time field wants it. */
function localTime(instant, zone) {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(instant));
}

const seconds = (time) => time.split(':').map(Number).reduce((sum, part, i) => sum + part * [3600, 60, 1][i], 0);

export function help(on, change) {
  show(t('desk.help.title'), html`<dl class="keys">${SHORTCUTS.map((act) => html`<div><dt><kbd>${KEYS[act]}</kbd></dt><dd>${t(`desk.help.${act}`)}</dd></div>`)}
      <div><dt><kbd>↑</kbd> <kbd>↓</kbd></dt><dd>${t('desk.help.select')}</dd></div><div><dt><kbd>1</kbd>–<kbd>9</kbd></dt><dd>${t('desk.help.digit')}</dd></div><div><dt><kbd>?</kbd></dt><dd>${t('desk.help.help')}</dd></div></dl>
    <label class="check"><input type="checkbox" ?checked=${on} @change=${(event) => change(event.target.checked)}> ${t('desk.help.letters')}</label>
    <p class="muted">${t('desk.help.lost')}</p>`, null, () => {});
}
