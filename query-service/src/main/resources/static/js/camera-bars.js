/** One bar of a day for each camera, and one for what must be seen on the cameras of an area. */
import { clock, duration, number } from 'app/format';
import { counted, has, t } from 'app/text';
import { html, nothing, svg } from 'lit-html';

const WIDTH = 1440;
const HEIGHT = 22;
/** Narrower than a pixel is not seen. */
const LEAST = 1.5;
const KEYS = ['here', 'held', 'announced', 'gone', 'gap', 'wrong', 'entry'];

export const legend = () => KEYS.map((key) => html`<li><svg viewBox="0 0 18 10" aria-hidden="true">${svg`<rect class=${`piece ${key}`} x="1" y="1" width="16" height="8"></rect>`}</svg>${t(`footage.key.${key}`)}</li>`);

export function bars(day, zone, link) {
  const scale = scaleOf(day);
  const areas = [...new Set(day.entries.map((entry) => entry.area))];
  return html`<div class="bars">
    <div class="bar-row bar-axis" aria-hidden="true"><span></span><span class="hours">${[0, 0.25, 0.5, 0.75, 1].map((part) => html`<span>${clock(new Date(scale.from + part * scale.length), zone).slice(0, 5)}</span>`)}</span></div>
    ${day.cameras.map((camera) => cameraRow(camera, scale, zone, link))}
    ${areas.map((area) => entryRow(area, day, scale))}
  </div>`;
}

function scaleOf({ from, to }) {
  const begin = Date.parse(from);
  const length = Date.parse(to) - begin;
  return { from: begin, length, x: (instant) => Math.min(WIDTH, Math.max(0, ((Date.parse(instant) - begin) / length) * WIDTH)) };
}

function piece(kind, from, to, scale) {
  const x = scale.x(from);
  return svg`<rect class=${`piece ${kind}`} x=${x} y="1" width=${Math.max(LEAST, scale.x(to) - x)} height=${HEIGHT - 2}></rect>`;
}

const kindOf = ({ state, held, broken }) => {
  if (broken) return 'wrong';
  if (state === 'RECORDING') return 'announced';
  if (state === 'EXPIRED' || state === 'PURGED') return 'gone';
  return held ? 'held' : 'here';
};

const seconds = ({ from, to }) => (Date.parse(to) - Date.parse(from)) / 1000;

function cameraRow(camera, scale, zone, link) {
  const recorded = camera.footage.reduce((sum, one) => sum + seconds(one), 0);
  const gaps = camera.footage.flatMap((one) => one.gaps);
  const told = [counted('footage.segments', camera.footage.length, number(camera.footage.length)), duration(recorded),
    gaps.length > 0 ? counted('footage.gaps', gaps.length, number(gaps.length)) : ''].filter(Boolean).join(' · ');
  return html`<div class="bar-row">
    <div class="bar-name"><b>${camera.id}</b><span class="muted">${camera.room} · ${t(`footage.area.${camera.area}`)}${camera.clockOffsetMillis === null ? nothing : html` · ${t('footage.offset', number(camera.clockOffsetMillis))}`}</span></div>
    <div><svg class="bar" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${camera.id}: ${told}">
      ${svg`<rect class="bar-back" width=${WIDTH} height=${HEIGHT}></rect>`}
      ${camera.footage.map((one) => piece(kindOf(one), one.from, one.to, scale))}
      ${gaps.map((gap) => piece('gap', gap.from, gap.to, scale))}
    </svg>
    <details class="data"><summary>${told}</summary>${table(camera, zone, link)}</details></div>
  </div>`;
}

const table = (camera, zone, link) => (camera.footage.length === 0 ? html`<p class="muted">${t('footage.no-segment')}</p>` : html`<div class="scroll" tabindex="0" role="group" aria-label=${camera.id}><table>
  <thead><tr><th scope="col">${t('footage.segment')}</th><th scope="col">${t('footage.column.from')}</th><th scope="col">${t('footage.column.to')}</th><th scope="col">${t('footage.column.state')}</th></tr></thead>
  <tbody>${camera.footage.map((one) => html`<tr><th scope="row"><a href=${link(one.id)}>${one.id}</a></th><td>${clock(one.from, zone)}</td><td>${clock(one.to, zone)}</td>
    <td>${t(`footage.state.${one.state}`)}${one.broken ? html` · <b class="wrong-text">${t('footage.key.wrong')}</b>` : nothing}</td></tr>`)}</tbody></table></div>`);

function entryRow(area, day, scale) {
  const entries = day.entries.filter((entry) => entry.area === area);
  const unseen = day.mismatches.filter((one) => one.area === area);
  const told = counted('footage.entries', entries.length, number(entries.length));
  return html`<div class="bar-row">
    <div class="bar-name"><b>${t('footage.to-be-seen')}</b><span class="muted">${t(`footage.area.${area}`)} · ${told}</span></div>
    <div><svg class="bar" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${t(`footage.area.${area}`)}: ${told}">
      ${svg`<rect class="bar-back" width=${WIDTH} height=${HEIGHT}></rect>`}
      ${entries.map((entry) => piece('entry', entry.from, entry.to ?? day.judgedUntil, scale))}
      ${unseen.map((one) => piece('wrong', one.from, one.to, scale))}
    </svg></div>
  </div>`;
}

/** The text of a key made of data; the data itself if there is none. */
export const known = (key, value) => (has(key) ? t(key) : value);
