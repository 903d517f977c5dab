/** Each projection's builds: what is shown, what is being made beside it, what is kept; and what people did with them. */
import { secondsSince } from 'app/clock';
import { duration, number, position, since } from 'app/format';
import { bar, symbol } from 'app/shapes';
import { counted, has, t } from 'app/text';
import { html, nothing } from 'lit-html';

const LEVEL = { FILLING: 'warning', COMPARING: 'warning', HELD: 'critical' };

/**
 * @param projections as the list of projections tells them
 * @param builds by projection, as `/builds` tells them
 * @param may whether the reader may do something
 * @param act (name, method, path, said) => what a button does
 */
export function rebuilds(projections, builds, may, act, title) {
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="rebuilds-title"><table class="list builds">
  <thead><tr><th scope="col">${t('operations.projection')}</th><th scope="col">${t('rebuilds.shown')}</th><th scope="col" class="wide">${t('rebuilds.new')}</th><th scope="col">${t('rebuilds.kept')}</th><th scope="col">${t('rebuilds.do')}</th></tr></thead>
  <tbody>${projections.map((each) => row(each, builds[each.name], may, act, title))}</tbody></table></div>
  ${differences(projections, builds, title)}`;
}

function row(each, builds, may, act, title) {
  const button = (path, method, key, plain = true) => html`<button type="button" class="button ${plain ? 'plain' : ''}" data-do=${key} aria-label="${t(`rebuilds.${key}`)}: ${title(each.name)}" @click=${() => act(each.name, method, path, key)}>${t(`rebuilds.${key}`)}</button>`;
  const rebuild = each.rebuild;
  const back = builds?.goingBack;
  return html`<tr data-projection=${each.name}>
    <th scope="row"><b>${title(each.name)}</b></th>
    <td class="nowrap" data-label=${t('rebuilds.shown')}><span class="mono">${each.build}</span></td>
    <td class="wide" data-label=${t('rebuilds.new')}>${rebuild ? html`<div>${progress(rebuild, builds?.asked)}</div>` : html`<span class="muted">${t('rebuilds.none')}</span>`}</td>
    <td class="nowrap" data-label=${t('rebuilds.kept')}>${each.kept ? html`<div><span class="mono">${each.kept}</span>${back ? html`<br><span class="muted">${t('rebuilds.going-back')}</span>` : nothing}</div>` : html`<span class="muted">—</span>`}</td>
    <td><div class="deeds">${!may ? html`<span class="muted">${t('rebuilds.admin')}</span>` : rebuild
      ? html`${rebuild.phase === 'HELD' ? button('rebuild/switch', 'POST', 'take') : nothing}${button('rebuild', 'DELETE', 'cancel')}`
      : html`${button('rebuild', 'POST', 'rebuild')}${each.kept && !back ? html`${button('rollback', 'POST', 'back')}${button('kept', 'DELETE', 'discard')}` : nothing}`}</div></td>
  </tr>`;
}

function progress(rebuild, asked) {
  const left = rebuild.phase === 'FILLING' ? t('rebuilds.left', duration(rebuild.secondsLeft)) : '';
  return html`<span class="projection-state">${symbol(LEVEL[rebuild.phase] ?? 'quiet', LEVEL[rebuild.phase] ?? 'quiet')} ${t(`rebuilds.phase.${rebuild.phase}`)} <span class="mono">${rebuild.build}</span></span>
    ${bar(rebuild.percent / 100)}
    <span class="muted">${t('rebuilds.at', position(rebuild.position), number(Math.floor(rebuild.percent)), t('operations.per-second', number(rebuild.eventsPerSecond)))} ${left}</span>
    ${asked ? html`<br><span class="muted">${t('rebuilds.asked', who(asked.by), since(secondsSince(asked.at)))}</span>` : nothing}
    ${rebuild.deadLetters > 0 ? html`<br><span class="muted">${t('rebuilds.letters', number(rebuild.deadLetters))}</span>` : nothing}
    ${rebuild.problem ? html`<br><span class="muted">${rebuild.problem}</span>` : nothing}`;
}

const who = (by) => (by === 'system' ? t('rebuilds.system') : by);

/** What stopped a rebuild: how many documents, and the first of them. */
function differences(projections, builds, title) {
  const held = projections.filter((each) => each.rebuild?.phase === 'HELD' && builds[each.name]?.comparison);
  return held.map((each) => {
    const found = builds[each.name].comparison;
    return html`<div class="panel-head"><h3>${t('rebuilds.differs', title(each.name))}</h3><p class="muted">${sentence(found)}</p></div>
    ${found.first.length === 0 ? nothing : html`<div class="scroll" tabindex="0" role="group" aria-label=${t('rebuilds.differs', title(each.name))}><table class="list">
      <thead><tr><th scope="col">${t('rebuilds.kind')}</th><th scope="col">${t('rebuilds.key')}</th><th scope="col">${t('rebuilds.what')}</th></tr></thead>
      <tbody>${found.first.map((one) => html`<tr><td class="mono">${one.kind}</td><th scope="row" class="mono">${one.key}</th><td>${t(`rebuilds.difference.${one.what}`)}</td></tr>`)}</tbody></table></div>`}`;
  });
}

/** What a comparison found, in one sentence. */
function sentence(found) {
  const documents = counted('rebuilds.documents', found.documents, number(found.documents));
  const parts = [t(`rebuilds.outcome.${found.outcome}`, documents, position(found.position))];
  for (const [key, n] of [['changed', found.changed], ['only-shown', found.onlyShown], ['only-new', found.onlyNew], ['newer', found.newer]]) {
    if (n > 0) parts.push(t(`rebuilds.count.${key}`, number(n)));
  }
  return parts.join(' ');
}

/** What was done, newest first, over all projections. */
export function deeds(builds, title) {
  const all = Object.entries(builds).flatMap(([name, each]) => (each?.deeds ?? []).map((deed) => ({ name, ...deed })))
    .sort((a, b) => b.at.localeCompare(a.at)).slice(0, 12);
  return all.length === 0 ? html`<p class="empty">${t('rebuilds.no-deeds')}</p>` : html`<ul class="deeds-done">${all.map((deed) => html`<li>
    <b>${t(`rebuilds.deed.${deed.what}`)}</b> ${title(deed.name)} <span class="mono">${deed.build}</span>
    <span class="muted">${deed.what === 'HELD' ? nothing : html`${who(deed.by)}, `}<time datetime=${deed.at}>${since(secondsSince(deed.at))}</time>${deed.position ? html`, ${position(deed.position)}` : nothing}</span>
    ${deed.comparison ? html`<br><span class="muted">${sentence(deed.comparison)}</span>` : nothing}</li>`)}</ul>`;
}

/** What to tell of an answer that refuses: its reason if it gives one. */
export const refusal = (body) => (has(`rebuilds.refused.${String(body.type ?? '').split(':').pop()}`) ? t(`rebuilds.refused.${body.type.split(':').pop()}`) : body.detail ?? t('rebuilds.not-done'));
