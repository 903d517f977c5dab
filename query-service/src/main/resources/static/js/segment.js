/** One segment of footage: what it is, what is wrong with it, what was done with it, and the way to its content, by way of a form that asks what for. */
import { known } from 'app/camera-bars';
import { clock, moment, number } from 'app/format';
import { t } from 'app/text';
import { html, nothing } from 'lit-html';

export function segment(footage, zone, { commands, explains }) {
  const open = footage.state === 'AVAILABLE' || footage.state === 'HELD';
  return html`<dl class="values">
    ${value('footage.segment', html`<span class="mono">${footage.id}</span>`)}
    ${value('footage.column.state', html`<span class="state" data-state=${footage.broken ? 'ABANDONED' : footage.state}>${t(`footage.state.${footage.state}`)}</span>`)}
    ${value('footage.camera', `${footage.camera} · ${footage.room}`)}
    ${value('footage.column.from', moment(footage.from, zone))}
    ${value('footage.column.to', clock(footage.to, zone))}
    ${value('footage.offset-of-clock', footage.clockOffsetMillis === null ? t('footage.not-measured') : t('footage.offset', number(footage.clockOffsetMillis)))}
    ${value('footage.keep-until', footage.keepUntil ? moment(footage.keepUntil, zone) : t('footage.no-rule'))}
    ${value('footage.policy', footage.policy ?? footage.retentionClass)}
  </dl>
  ${footage.unanswered.map((flaw) => html`<p class="unanswered"><b class="wrong-text">${t(`footage.unanswered.${flaw}`)}</b>
    ${explains === 'true' ? html`<a class="button plain explain" href="${commands}/footage/${encodeURIComponent(footage.id)}/explain?flaw=${flaw}">${t('footage.explain')}</a>` : nothing}</p>`)}
  ${footage.files.map((file, i) => html`<p class="file"><b>${i === 0 ? t('footage.original') : t('footage.copy')}</b> ${t('footage.bytes', number(file.bytes))} · <span class="mono">${file.sha256}</span>
    ${file.broken ? html`<b class="wrong-text">${known(`footage.mismatch.${file.broken}`, file.broken)}</b>` : html`<span class="muted">${t('footage.checked', moment(file.checkedAt, zone))}</span>`}
    ${open && !file.broken ? watch(footage, file, i, commands) : nothing}</p>`)}
  ${footage.links.map((link) => html`<p class="muted">${known(`footage.target.${link.target}`, link.target)} ${link.subject} · ${moment(link.at, zone)}${link.movedTo ? html` <b class="wrong-text">${t('footage.link.moved', moment(link.movedTo, zone))}</b>` : nothing}</p>`)}
  ${footage.holds.map((hold) => html`<p><b>${t('footage.key.held')}</b> ${known(`footage.ground.${hold.ground}`, hold.ground)} ${hold.reference ?? ''} · ${moment(hold.since, zone)}</p>`)}
  <div class="panel-head"><h3 id="deeds-title">${t('footage.deeds')}</h3></div>
  ${footage.deeds.length === 0 ? html`<p class="muted">${t('footage.deeds.none')}</p>` : deeds(footage.deeds, zone)}`;
}

const value = (key, shown) => html`<div><dt>${t(key)}</dt><dd>${shown}</dd></div>`;

/** The form is on the command service, which records what is said before the content is sent. */
const watch = (footage, file, i, commands) => html`<a class="button plain watch" target="_blank" rel="noopener"
  href="${commands}/footage/${encodeURIComponent(footage.id)}/watch${i > 0 ? `?copy=${file.sha256}` : ''}">${t('footage.watch')}</a>`;

const deeds = (all, zone) => html`<div class="scroll" tabindex="0" role="group" aria-labelledby="deeds-title"><table class="list">
  <thead><tr><th scope="col">${t('footage.column.when')}</th><th scope="col">${t('footage.column.what')}</th><th scope="col">${t('footage.column.who')}</th><th scope="col">${t('footage.column.why')}</th></tr></thead>
  <tbody>${all.toReversed().map((deed) => html`<tr><td class="nowrap"><time datetime=${deed.at}>${moment(deed.at, zone)}</time></td><th scope="row">${known(`footage.deed.${deed.what}`, deed.what)}</th>
    <td><span class="mono">${deed.by}</span></td><td>${deed.why ? known(`footage.why.${deed.why}`, deed.why) : ''} ${deed.reference ?? ''}</td></tr>`)}</tbody></table></div>`;
