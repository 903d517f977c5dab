/** Corrections that wait for a second person, and that person's word: by the same commands that programs use. */
import { ask } from 'app/ask';
import { change, fieldName } from 'app/correction';
import { position } from 'app/format';
import { has, t } from 'app/text';
import { html, nothing, render } from 'lit-html';

const main = document.getElementById('main');
const place = document.getElementById('waiting');
const banner = document.getElementById('banner');
const said = document.getElementById('said');
const { subject, id, person } = main.dataset;
const address = `/api/v1/${subject}/${encodeURIComponent(id)}`;
let zone;
let busy = false;

/** Shows what waits now. Without an answer it says so, unless there is something to say already. */
async function load(silent = false) {
  const answer = await ask(address);
  // What the server wrote gives way once; from then on the place is lit-html's.
  place.querySelector(':scope > .is-loading')?.remove();
  if ([400, 403, 404].includes(answer.status)) {
    render(html`<p class="empty"><strong>${t('corrections.unknown')}</strong>${t('corrections.unknown.text', id)}</p>`, place);
  } else if (answer.ok) {
    await show(answer.body.state);
  } else if (!silent) {
    problem(answer.status === 401 ? signIn() : html`${t('corrections.failed')} ${again()}`);
  }
}

async function show(state) {
  document.getElementById('subject').textContent = state.number ?? state.ticket ?? state.person ?? id;
  zone ??= await zoneOf(state.office);
  render(state.proposals.length === 0
    ? html`<p class="empty"><strong>${t('corrections.none')}</strong>${t('corrections.none.text')}</p>`
    : html`${state.proposals.map(card)}`, place);
}

async function zoneOf(office) {
  const answer = await ask(`/api/v1/offices/${encodeURIComponent(office)}`);
  return answer.ok ? answer.body.state.timeZone : undefined;
}

const problem = (words) => render(words === nothing ? nothing : html`<p class="banner bad">${words}</p>`, banner);
const signIn = () => html`${t('corrections.signed-out')} <a href=${location.href}>${t('corrections.sign-in')}</a>`;
const again = () => html`<button type="button" class="button plain" @click=${() => { problem(nothing); load(); }}>${t('corrections.again')}</button>`;

function card(proposal) {
  const own = proposal.proposedBy === person;
  const title = `proposal-${proposal.number}`;
  return html`<section class="panel" aria-labelledby=${title} data-number=${proposal.number}>
    <div class="panel-head"><h2 id=${title}>${fieldName(proposal.field)}${proposal.leg ? html` <small class="muted">${t('corrections.leg', proposal.leg)}</small>` : nothing}</h2><p class="muted">${t('corrections.proposed', proposal.number, proposal.proposedBy)}</p></div>
    <p class="correction">${change(proposal, zone)}</p>
    ${own ? html`<p class="muted">${t('corrections.own')}</p>` : html`<div class="decide">
      <button type="button" class="button" @click=${() => decide(proposal, 'approve')}>${t('corrections.approve')}</button>
      <form @submit=${(event) => reject(event, proposal)}>
        <label class="field"><span>${t('corrections.reason')}</span><input name="reason" required maxlength="500" autocomplete="off"></label>
        <button type="submit" class="button plain">${t('corrections.reject')}</button>
      </form></div>`}</section>`;
}

function reject(event, proposal) {
  event.preventDefault();
  const reason = event.target.elements.reason.value.trim();
  if (reason) decide(proposal, 'reject', { reason });
}

async function decide(proposal, what, body = {}) {
  if (busy) return;
  busy = true;
  problem(nothing);
  said.textContent = '';
  const answer = await post(`${address}/corrections/${proposal.number}/${what}`, body);
  if (answer.ok) {
    said.textContent = t(`corrections.done.${what}`, proposal.number, position(answer.body.position));
  } else {
    problem(signedOut(answer) ? signIn() : refusal(answer));
  }
  await load(!answer.ok);
  // The button that was pressed may be gone.
  if (document.activeElement === document.body) main.focus({ preventScroll: true });
  busy = false;
}

/** The same request again, after an answer that was lost, is the same request: its key says so, and its path says which correction is meant. */
const post = (path, body) => ask(path, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'signed-on-the-page', 'X-CSRF-TOKEN': document.querySelector('input[name=_csrf]')?.value ?? '' },
  body: JSON.stringify(body),
});

const code = (answer) => answer.body.type?.split(':').at(-1);
/** Also when somebody else has signed in meanwhile: what one person was shown another must not sign. */
const signedOut = (answer) => answer.status === 401 || code(answer) === 'form-expired';

function refusal(answer) {
  const key = `corrections.refused.${code(answer)}`;
  if (has(key)) return t(key);
  return answer.body.detail ?? html`${t('corrections.unsure')} ${again()}`;
}

load();
