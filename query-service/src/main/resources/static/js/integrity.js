/** How far the log is sealed, and the check of a receipt, which is done here and not on the server. */
import { ask } from 'app/ask';
import { say } from 'app/dom';
import { factName } from 'app/facts';
import { duration, moment, position, since } from 'app/format';
import { bytesOf, canHash, consistent, equal, includes, readCheckpoint, readReceipt, signedBy } from 'app/merkle';
import { symbol } from 'app/shapes';
import { t } from 'app/text';
import { html, nothing, render } from 'lit-html';

const AGAIN_MS = 2000;
const SEEN = 'dovira-checkpoint';
const place = (id) => document.getElementById(id);
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

// ---- how the seal stands

let seal = null;

async function load() {
  const answer = await ask('/api/v1/log/seal');
  if (answer.ok) {
    seal = answer.body;
    show();
    await compareWithLastVisit();
  }
  render(answer.ok ? banner() : html`<p class="banner bad">${t('integrity.failed')}</p>`, place('banner'));
  setTimeout(load, AGAIN_MS);
}

function banner() {
  if (seal.standing === 'CONTRADICTED') {
    const where = seal.brokenAt === null ? t('integrity.contradicted.somewhere') : t('integrity.contradicted.at', position(seal.brokenAt));
    return html`<p class="banner bad">${symbol('critical')} <span>${t('integrity.contradicted')} ${where} <span class="mono">${seal.broken}</span></span></p>`;
  }
  if (seal.standing === 'UNSEALED') return html`<p class="banner bad">${symbol('critical')} ${t('integrity.unsealed')}</p>`;
  return seal.standing === 'EMPTY' ? html`<p class="banner">${t('integrity.empty')}</p>` : nothing;
}

function show() {
  const figure = (key, value, note, state) => html`<div class="kpi" data-state=${state ?? nothing}><dt>${t(`integrity.${key}`)}</dt><dd><span class="value">${value}</span><p class="note">${note}</p></dd></div>`;
  const broken = seal.standing === 'CONTRADICTED';
  render(html`
    ${figure('sealed', position(seal.sealed), t('integrity.sealed.note'), broken ? 'critical' : null)}
    ${figure('head', position(seal.head), t('integrity.head.note'))}
    ${figure('behind', seal.sealed >= seal.head ? t('integrity.behind.none') : duration(seal.secondsBehind), t('integrity.behind.note'))}
    ${figure('signed', seal.sealedAt ? since((Date.now() - Date.parse(seal.sealedAt)) / 1000) : '—', seal.sealedAt ? moment(seal.sealedAt, zone) : t('integrity.signed.never'))}
    ${figure('checked', seal.checkedTo > 0 ? position(seal.checkedTo) : '—', t('integrity.checked.note'))}`, place('figures'));
  say(place('checkpoint'), seal.checkpoint ?? '—');
  say(place('key'), seal.key ?? '—');
  for (const id of ['figures', 'checkpoint', 'key']) place(id).classList.remove('is-loading');
}

for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', async () => {
    const done = await navigator.clipboard.writeText(place(button.dataset.copy).textContent).then(() => true, () => false);
    say(button, done ? t('integrity.copied') : t('integrity.not-copied'));
  });
}

// ---- this browser as a witness: what it was shown once must stay the beginning of the log

let compared = null;

function seenBefore() {
  try {
    const seen = JSON.parse(localStorage.getItem(SEEN));
    return seen?.size > 0 ? seen : null;
  } catch {
    return null;
  }
}

function remember() {
  const { size, root } = readCheckpoint(seal.checkpoint);
  try {
    localStorage.setItem(SEEN, JSON.stringify({ size, root: btoa(String.fromCharCode(...root)), key: seal.key, at: seal.sealedAt }));
  } catch {
    // A browser that keeps nothing is no witness.
  }
}

async function compareWithLastVisit() {
  if (compared || !seal.checkpoint || !canHash()) return;
  const seen = seenBefore();
  const head = readCheckpoint(seal.checkpoint);
  const signed = seal.key ? await signedBy(seal.key, seal.checkpoint) : null;
  if (!seen) {
    compared = true;
    if (signed !== false) remember();
    return;
  }
  const proof = await ask(`/api/v1/log/consistency?from=${seen.size}&to=${head.size}`);
  if (proof.status === 0) return;
  compared = true;
  const sameKey = !seen.key || seen.key === seal.key;
  // Against the root that is signed, not against one that comes with the proof: that one may be of the log as it was before.
  const same = proof.ok && sameKey && signed !== false && await consistent(seen.size, bytesOf(seen.root), head.size, head.root, proof.body.hashes.map(bytesOf));
  render(same
    ? html`<p class="verdict ok">${symbol('ok')} ${t('integrity.witness.same', position(seen.size), moment(seen.at, zone))}</p>`
    : html`<p class="verdict wrong">${symbol('critical')} ${t('integrity.witness.different', position(seen.size), moment(seen.at, zone))}</p>`, place('witness'));
  // What does not fit is kept: it is the evidence.
  if (same) remember();
}

// ---- a receipt

const verdict = (kind, key, ...args) => ({ kind, text: t(key, ...args), steps: [] });

async function check(given) {
  if (!canHash()) return verdict('wrong', 'integrity.check.insecure');
  const code = given.trim().replace(/^.*#/, '').replace(/\s+/g, '');
  const plain = code.replace(/^№/, '');
  if (/^\d{1,15}$/.test(plain)) return checkPosition(Number(plain), null);
  let receipt;
  try {
    receipt = await readReceipt(code);
  } catch {
    return verdict('unknown', 'integrity.check.no-receipt');
  }
  return { ...await checkPosition(receipt.position, receipt), receipt };
}

async function checkPosition(wanted, receipt) {
  const answer = await ask(`/api/v1/log/proof?position=${wanted}`);
  if (answer.status === 0) return verdict('unknown', 'integrity.check.no-answer');
  if (answer.status === 409) {
    return wanted <= answer.body.head ? verdict('waiting', 'integrity.check.not-yet', position(wanted), position(answer.body.sealed)) : verdict('wrong', 'integrity.check.beyond', position(wanted), position(answer.body.head));
  }
  if (!answer.ok) return verdict('unknown', answer.status === 400 ? 'integrity.check.no-receipt' : 'integrity.check.no-answer');
  return judge(answer.body, receipt);
}

/** Each step is shown, so that a person sees what was checked and where it failed. */
async function judge(proof, receipt) {
  const steps = [];
  const step = (holds, key, ...args) => {
    steps.push({ holds, text: t(key, ...args) });
    return holds;
  };
  const root = bytesOf(proof.root);
  const head = proof.checkpoint ? readCheckpoint(proof.checkpoint) : null;
  const signed = head && seal?.key ? await signedBy(seal.key, proof.checkpoint) : null;
  const proven = await includes(bytesOf(proof.leaf), proof.position, proof.size, proof.hashes.map(bytesOf), root);
  step(proven, 'integrity.step.included', position(proof.position), position(proof.size));
  const same = step(head !== null && head.size === proof.size && equal(head.root, root), 'integrity.step.head');
  step(signed, signed === null ? 'integrity.step.signature-unknown' : 'integrity.step.signature');
  const sound = proven && same && signed !== false;
  if (!sound) return { kind: 'wrong', text: t('integrity.check.unproven'), steps };
  if (!receipt) return { kind: 'unknown', text: t('integrity.check.position-only', position(proof.position)), steps, leaf: proof.leaf };
  const yours = equal(receipt.leaf, bytesOf(proof.leaf));
  steps.unshift({ holds: yours, text: t('integrity.step.leaf') });
  if (yours && signed === null) return { kind: 'unknown', text: t('integrity.check.unsigned', position(proof.position)), steps };
  return { kind: yours ? 'ok' : 'wrong', text: t(yours ? 'integrity.check.ok' : 'integrity.check.different', position(proof.position)), steps };
}

const SYMBOL = { ok: 'ok', wrong: 'critical', waiting: 'warning', unknown: 'quiet' };

const result = ({ kind, text, steps, receipt, leaf }) => html`<div class="verdict ${kind}" data-verdict=${kind}><p>${symbol(SYMBOL[kind])} <b>${text}</b></p>
  ${receipt ? html`<dl class="values"><div><dt>${t('integrity.receipt.fact')}</dt><dd>${factName(receipt.type)}</dd></div>
    <div><dt>${t('integrity.receipt.occurred')}</dt><dd>${moment(receipt.occurredAt, zone)}</dd></div>
    <div><dt>${t('integrity.receipt.recorded')}</dt><dd>${moment(receipt.recordedAt, zone)}</dd></div>
    <div><dt>${t('integrity.receipt.of')}</dt><dd class="mono">${receipt.stream}</dd></div></dl>` : nothing}
  ${steps.length > 0 ? html`<ul class="proof">${steps.map((each) => html`<li data-holds=${each.holds ?? 'unknown'}>${symbol(each.holds === null ? 'quiet' : each.holds ? 'ok' : 'critical')} <span>${each.holds === false ? html`<b>${t('integrity.step.fails')}</b> ` : nothing}${each.text}</span></li>`)}</ul>` : nothing}
  ${leaf ? html`<p class="muted">${t('integrity.leaf')} <span class="mono">${leaf}</span></p>` : nothing}</div>`;

async function checkNow() {
  const given = place('receipt').value;
  if (given.trim() === '') return;
  place('result').dataset.busy = 'true';
  // The key comes with the state of the seal; a link may be faster.
  if (!seal) {
    const answer = await ask('/api/v1/log/seal');
    if (answer.ok) seal = answer.body;
  }
  render(result(await check(given)), place('result'));
  delete place('result').dataset.busy;
}

place('check').addEventListener('submit', (event) => {
  event.preventDefault();
  checkNow();
});

function fromTheAddress() {
  if (location.hash.length < 2 || location.hash === '#main') return;
  place('receipt').value = location.hash.slice(1);
  checkNow();
}

addEventListener('hashchange', fromTheAddress);
fromTheAddress();
load();
