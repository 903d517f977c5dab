/** Who waits, the longest first, against the target. */
import { NEAR_TARGET } from 'app/attention';
import { duration } from 'app/format';
import { lasted, pastOf } from 'app/past';
import { gauge, symbol } from 'app/shapes';
import { name, t } from 'app/text';
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';

export function queue(office) {
  const waiting = office.queue
    .filter((entry) => entry.state === 'QUEUED' || entry.state === 'CALLED')
    .sort((a, b) => (a.state === b.state ? Date.parse(a.queuedAt) - Date.parse(b.queuedAt) : a.state === 'CALLED' ? -1 : 1));
  if (waiting.length === 0) return html`<p class="empty">${t('office.queue.none')}</p>`;
  const names = new Map(office.desks.map((desk) => [desk.id, name(desk.name, desk.id)]));
  return html`<table class="list queue">
    <thead><tr><th scope="col">${t('office.queue.ticket')}</th><th scope="col">${t('office.queue.service')}</th>
      ${waiting.some((entry) => entry.targetSeconds) ? html`<th scope="col" class="wide">${t('office.queue.target')}</th>` : html`<td class="wide"></td>`}<th scope="col" class="number">${t('office.queue.wait')}</th></tr></thead>
    <tbody>${repeat(waiting, (entry) => entry.visit, (entry) => row(entry, names, office))}</tbody>
  </table>`;
}

function row(entry, names, office) {
  const target = entry.targetSeconds;
  const seconds = entry.state === 'CALLED' ? (Date.parse(entry.calledAt) - Date.parse(entry.queuedAt)) / 1000 : lasted(office, entry.queuedAt);
  const used = target && !pastOf(office) ? seconds / target : 0;
  const level = used > 1 ? 'critical' : used > NEAR_TARGET ? 'warning' : '';
  return html`<tr data-wait=${level}>
    <th scope="row"><a class="ticket" href="/interactions/${entry.visit}">${entry.ticket}</a></th>
    <td>${name(entry.serviceName, entry.service)} ${entry.state === 'CALLED' ? html`<span class="called">${symbol('calling')} ${t('office.queue.called', names.get(entry.desk) ?? entry.desk)}</span>` : nothing}</td>
    <td class="wide">${target && entry.state !== 'CALLED' ? gauge(used, level) : nothing}</td>
    <td class="number">${level ? symbol(level, level) : nothing} <span class="wait">${duration(seconds)}</span></td>
  </tr>`;
}
