/** Five faces for whoever holds the code. That the question was shown is recorded once, so that "answered of asked" means what it says. */
import { newId } from 'app/id';
import { t } from 'app/text';
import { html, nothing, svg } from 'lit-html';

const LONGEST = 500;
/** How likely one is to recommend: 0 to 10. */
const SCORES = [...Array(11).keys()];
const MOUTHS = ['', 'M19 49q13-16 26 0', 'M21 46q11-8 22 0', 'M21 44h22', 'M20 41q12 9 24 0', 'M17 38h30q-3 14-15 14T17 38z'];

/** What tells the worst from the next without its colour. */
const BROWS = 'm14 15 9 3.5M50 15l-9 3.5';

let survey = null;
let asked = false;
let chosen = null;
/** How it ended: the words for it. */
let ended = null;
let problem = null;
let busy = false;
let attempt = null;

/** The same answer, sent again, has the same key; another one has another. */
function keyOf(body) {
  const text = JSON.stringify(body);
  if (attempt?.text !== text) attempt = { text, key: newId() };
  return attempt.key;
}

const send = (path, body, key) => fetch(`/ticket/${document.getElementById('main').dataset.code}/surveys${path}`, {
  method: 'POST',
  credentials: 'omit',
  headers: { 'Content-Type': 'application/json', ...(key ? { 'Idempotency-Key': key } : {}) },
  body: JSON.stringify(body),
  signal: AbortSignal.timeout(8_000),
}).catch(() => null);

async function ask(appeal) {
  if (asked) return;
  asked = true;
  if (appeal?.survey) {
    survey = { id: appeal.survey.id, answeredAt: appeal.survey.answeredAt, expiresAt: appeal.survey.expiresAt };
    return;
  }
  const answer = await send('', appeal ? { appeal: appeal.id } : {}, null);
  if (answer?.ok) {
    survey = (await answer.json()).state;
    again();
  } else {
    // No connection, or another window asks at this very moment: the next look tries again.
    asked = false;
  }
}

const again = () => dispatchEvent(new Event('rated'));

async function answer(event) {
  event.preventDefault();
  if (busy || chosen === null) return;
  busy = true;
  again();
  const comment = event.target.elements.comment.value.trim();
  const nps = new FormData(event.target).get('nps');
  const body = { csat: chosen, ...(nps === null ? {} : { nps: Number(nps) }), ...(comment ? { comment } : {}) };
  const reply = await send(`/${survey.id}/answer`, body, keyOf(body));
  busy = false;
  const type = reply?.status === 409 ? (await reply.json()).type.split(':').at(-1) : '';
  // A clerk may have asked meanwhile, or another window: one visit counts once.
  if (reply?.ok || type === 'survey-answered') ended = reply.ok ? 'ticket.rated' : 'ticket.rated.before';
  else problem = type === 'survey-expired' ? type : 'unsent';
  again();
}

const face = (value) => html`<svg class="face" viewBox="0 0 64 64" aria-hidden="true" data-face=${value}>${svg`<circle class="face-head" cx="32" cy="32" r="29"></circle><circle class="face-eye" cx="22" cy="25" r="3.6"></circle><circle class="face-eye" cx="42" cy="25" r="3.6"></circle><path class="face-mouth" d=${MOUTHS[value]}></path>`}${value === 1 ? svg`<path class="face-mouth" d=${BROWS}></path>` : nothing}</svg>`;

/** @param appeal the receipt, or null for a visit */
export function rating(appeal) {
  ask(appeal);
  if (!survey) return nothing;
  if (ended || survey.answeredAt) return html`<p class="panel ticket-foot" role="status">${t(ended ?? 'ticket.rated')}</p>`;
  if (survey.expiresAt && Date.parse(survey.expiresAt) < Date.now()) return nothing;
  return html`<form class="panel ticket-rate" @submit=${answer}>
    <h2 id="rate-title">${t(appeal ? 'ticket.rate.appeal' : 'ticket.rate')}</h2>
    <div class="faces" role="group" aria-labelledby="rate-title">${[1, 2, 3, 4, 5].map((value) => html`
      <button type="button" class="face-button" data-csat=${value} aria-pressed=${chosen === value} @click=${() => { chosen = value; again(); }}>${face(value)}<span>${t(`ticket.face.${value}`)}</span></button>`)}</div>
    ${chosen === null ? nothing : html`
      <fieldset class="recommend"><legend>${t('ticket.recommend')}</legend>
        <div class="segments">${SCORES.map((value) => html`<label><input type="radio" name="nps" value=${value}><span>${value}</span></label>`)}</div>
        <p class="muted ends"><span>${t('ticket.recommend.no')}</span><span>${t('ticket.recommend.yes')}</span></p></fieldset>
      <label><span>${t('ticket.more')}</span><textarea name="comment" rows="3" maxlength=${LONGEST}></textarea></label>
      <p class="muted">${t('ticket.private')}</p>
      ${problem ? html`<p class="banner bad" role="alert">${t(`ticket.problem.${problem}`)}</p>` : nothing}
      <button type="submit" class="button" ?disabled=${busy}>${t('ticket.send')}</button>`}
  </form>`;
}
