/** The form of an act, drawn from what the service says of it: its fields, when it happened, and what was wrong with them. */
import { ask } from 'app/ask';
import { now } from 'app/clock';
import { duration } from 'app/format';
import { newId } from 'app/id';
import { has, name, t } from 'app/text';
import { dateIn, instantIn, timeIn } from 'app/zone';
import { html, nothing, render } from 'lit-html';

/** Clocks of kiosks and phones run ahead a little; the service takes as much. */
const AHEAD_SECONDS = 300;
const ABOUT_TIME = new Set(['in-the-future', 'before-last-fact', 'not-held-then', 'time-missing', 'order-broken']);

const titleOf = (act) => t(`work.act.${act}`);

/**
 * Draws the form into a place.
 *
 * @param form as the service describes it
 * @param path of the command
 * @param shown what the page shows, for fields that are not asked for
 * @param zone of the office, in which times are typed; without one that of the browser
 * @param person who fills it in
 * @param offices to choose from
 * @param lateAfterSeconds from when on an entry counts as late
 * @param done gets the answer
 * @param leave what a second button does; null for none
 */
export function drawForm(place, { form, path, shown = {}, zone, person, offices = [], lateAfterSeconds = null, done, leave = null }) {
  const opened = now();
  let told = form.past;
  let at = { day: dateIn(opened, zone), time: timeIn(opened, zone) };
  let wrong = {};
  let problem = nothing;
  let busy = false;
  let sent = {};

  const when = () => instantIn(at.day, at.time, zone);

  function draw() {
    render(html`<form class="act-form" id="act-form" novalidate @submit=${submit} data-act=${form.act}>
      <h2 id="dialog-title">${titleOf(form.act)}</h2>
      <div role="alert">${problem === nothing ? nothing : html`<p class="banner bad">${problem}</p>`}</div>
      ${form.fields.filter((field) => field.kind !== 'KEPT').map(row)}
      ${moment()}
      <div class="actions"><button type="submit" class="button" ?disabled=${busy}>${t('work.send')}</button>
        ${leave ? html`<button type="button" class="button plain" @click=${leave}>${t('work.leave')}</button>` : nothing}</div></form>`, place);
  }

  function row(field) {
    if (field.kind === 'CHECK') return html`<label class="check"><input type="checkbox" name=${field.name}><span>${label(field)}</span></label>`;
    if (field.kind === 'MOMENT') {
      return html`<fieldset class="at"><legend>${label(field)}</legend>
        ${part(`${field.name}/day`, 'date', t('work.day'), at.day)}${part(`${field.name}/time`, 'time', t('work.time'), at.time)}${fault(field.name)}</fieldset>`;
    }
    return html`<div class="field"><label for="f-${field.name}">${label(field)}${field.required ? nothing : html` <span class="muted">${t('work.optional')}</span>`}</label>${control(field)}${hint(field)}${fault(field.name)}</div>`;
  }

  const label = ({ name: of }) => (has(`work.field.${of}.${form.act}`) ? t(`work.field.${of}.${form.act}`) : t(`work.field.${of}`));
  const part = (of, type, words, value) => html`<label class="field"><span>${words}</span><input type=${type} name=${of} value=${value} required></label>`;
  const described = (field) => [`${field.name}-hint`, `${field.name}-fault`].filter((one) => (one.endsWith('hint') ? hintOf(field) : wrong[field.name])).join(' ') || nothing;
  const fault = (of) => (wrong[of] ? html`<p class="fault" id="${of}-fault">${wrong[of]}</p>` : nothing);
  const hint = (field) => (hintOf(field) ? html`<p class="muted" id="${field.name}-hint">${hintOf(field)}</p>` : nothing);

  function hintOf(field) {
    if (field.kind === 'PERSON' || field.kind === 'SELF') return t('work.hint.person');
    if (field.kind === 'LETTER') return t('work.hint.letter');
    if (field.name === 'reason' || field.name === 'remark') return t('work.hint.words');
    return has(`work.hint.${field.name}`) ? t(`work.hint.${field.name}`) : '';
  }

  function control(field) {
    const common = { id: `f-${field.name}`, says: described(field), bad: wrong[field.name] ? 'true' : nothing };
    const input = (type, value = '') => html`<input id=${common.id} name=${field.name} type=${type} value=${value} ?required=${field.required} aria-describedby=${common.says} aria-invalid=${common.bad} autocomplete="off" maxlength="500" spellcheck="false">`;
    const options = (all, first) => html`<select id=${common.id} name=${field.name} ?required=${field.required} aria-describedby=${common.says} aria-invalid=${common.bad}>${first}${all}</select>`;
    const choose = html`<option value="">…</option>`;
    switch (field.kind) {
      case 'CHOICE': return options(field.choices.map((one) => html`<option value=${one.value}>${t(one.says)}</option>`), form.act === 'lodge' || field.name === 'procedure' ? nothing : choose);
      case 'YES_NO': return options(['true', 'false'].map((one) => html`<option value=${one}>${t(`correction.value.${one}`)}</option>`), choose);
      case 'OFFICE': return offices.length === 0 ? input('text') : options(offices.map((one) => html`<option value=${one.office}>${name(one.name, one.office)}</option>`), offices.length === 1 ? nothing : choose);
      case 'NUMBER': return html`<input id=${common.id} name=${field.name} type="number" min="0" step="1" inputmode="numeric" ?required=${field.required} aria-describedby=${common.says} aria-invalid=${common.bad}>`;
      case 'DAY': return input('date');
      case 'SELF': return input('text', person);
      case 'LETTER': return html`<input id=${common.id} name=${field.name} type="file" aria-describedby=${common.says} aria-invalid=${common.bad}>`;
      default: return input('text', field.name === 'language' ? 'uk' : '');
    }
  }

  /** Now, unless somebody says when; then it is said beforehand how late that is. */
  function moment() {
    return html`<fieldset class="at"><legend>${t('work.when')}</legend>
      <label class="field"><span>${t('work.day')}</span><input type="date" name="at/day" .value=${at.day} @change=${(event) => tell({ day: event.target.value })} required></label>
      <label class="field"><span>${t('work.time')}</span><input type="time" name="at/time" .value=${at.time} @change=${(event) => tell({ time: event.target.value })} required></label>
      <p class="when" id="when" role="status" data-late=${isLate()}>${lateness()}</p>
      ${told ? html`<label class="check"><input type="checkbox" name="exact"><span>${t('work.exact')}</span></label>` : nothing}
      ${fault('occurredAt')}</fieldset>`;
  }

  function tell(change) {
    at = { ...at, ...change };
    told = true;
    delete wrong.occurredAt;
    draw();
  }

  const age = () => (now() - when()) / 1000;
  const isLate = () => told && (age() < -AHEAD_SECONDS || (lateAfterSeconds !== null && age() > lateAfterSeconds));

  function lateness() {
    if (!told) return t('work.when.now');
    if (Number.isNaN(age())) return t('work.when.unknown');
    if (age() < -AHEAD_SECONDS) return t('work.when.future');
    if (isLate()) return t('work.when.late', duration(age()), duration(lateAfterSeconds));
    return age() < 60 ? t('work.when.just') : t('work.when.past', duration(age()));
  }

  async function submit(event) {
    event.preventDefault();
    if (busy) return;
    const missing = [...event.target.elements].find((one) => one.willValidate && !one.checkValidity());
    wrong = {};
    problem = nothing;
    if (missing) {
      wrong[missing.name.replace(/\/.*/, '').replace(/^at$/, 'occurredAt')] = missing.validationMessage;
      draw();
      missing.focus();
      return;
    }
    busy = true;
    draw();
    const answer = await send(await bodyOf(new FormData(event.target)));
    busy = false;
    if (answer.ok) {
      done(answer.body);
    } else {
      refused(answer);
      draw();
      (place.querySelector('[aria-invalid=true]') ?? place.querySelector('.fault')?.parentElement.querySelector('input'))?.focus();
    }
  }

  async function bodyOf(data) {
    const body = {};
    for (const field of form.fields) body[field.name] = await valueOf(field, data);
    if (told) body.occurredAt = new Date(when()).toISOString();
    if (data.get('exact')) body.timeQuality = 'EXACT';
    return JSON.stringify(body);
  }

  async function valueOf({ name: of, kind, from }, data) {
    const given = data.get(of);
    switch (kind) {
      case 'KEPT': return shown[from] ?? undefined;
      case 'CHECK': return given === null ? undefined : true;
      case 'YES_NO': return given === 'true';
      case 'NUMBER': return given === '' ? undefined : Number(given);
      case 'MOMENT': return new Date(instantIn(data.get(`${of}/day`), data.get(`${of}/time`), zone)).toISOString();
      case 'LETTER': return given?.size > 0 ? digest(given) : undefined;
      default: return given.trim() || undefined;
    }
  }

  /** The same request again, after an answer that was lost, bears the same key; another one does not. */
  function send(body) {
    if (sent.body !== body) sent = { body, key: newId() };
    return ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': sent.key, 'X-CSRF-TOKEN': document.querySelector('input[name=_csrf]')?.value ?? '' },
      body,
    });
  }

  function refused({ status, body }) {
    const code = body.type?.split(':').at(-1);
    if (status === 401 || code === 'form-expired') {
      problem = html`${t('work.signed-out')} <a href=${location.href}>${t('work.sign-in')}</a>`;
    } else if (status === 0 || status === 503) {
      problem = t('work.unsure');
    } else if (body.errors) {
      const known = new Set(['occurredAt', ...form.fields.map((field) => field.name)]);
      for (const { field, reason } of body.errors.filter((one) => known.has(one.field))) wrong[field] = reason;
      const others = body.errors.filter((one) => !known.has(one.field));
      if (others.length > 0) problem = others.map((one) => `${one.field} ${one.reason}`).join('; ');
    } else {
      const words = has(`work.refused.${code}`) ? html`${t(`work.refused.${code}`)} <span class="detail" lang="en">${body.detail}</span>` : (body.detail ?? t('work.unsure'));
      if (ABOUT_TIME.has(code)) wrong.occurredAt = words;
      else problem = words;
    }
  }

  // Nothing of an earlier form may stand in this one.
  render(nothing, place);
  draw();
  place.querySelector('select, input:not([type=hidden])')?.focus();
}

/** The file stays with the browser; what is recorded is its digest. */
async function digest(file) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
