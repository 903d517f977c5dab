/** One community: what is claimed of it, who serves it, where, and what was done. */
import { day, moment, number } from 'app/format';
import { symbol } from 'app/shapes';
import { counted, name, t } from 'app/text';
import { surveys } from 'app/community-told';
import { html, nothing } from 'lit-html';

/** @param close goes back to all communities */
export function community(told, close) {
  const { community: row, timeZone: zone } = told;
  return html`<div class="panel-head"><h2 id="one-title">${name(row.name, row.id)} <span class="state" data-coverage=${row.state}>${t(`community.state.${row.state}`)}</span></h2>
      <button type="button" class="button plain" data-close @click=${close}>${t('community.close')}</button></div>
    <dl class="values">
      <div><dt>${t('community.region')}</dt><dd>${name(row.regionName, row.region)}</dd></div>
      <div><dt>${t('community.officers')}</dt><dd>${number(row.officers)}${row.required === null ? nothing : ` / ${number(row.required)}`}</dd></div>
      <div><dt>${t('community.memorandum')}</dt><dd>${told.memorandumAt ? day(told.memorandumAt, zone) : '—'}</dd></div>
      <div><dt>${t('community.contacts')}</dt><dd>${number(row.contacts)}</dd></div>
      <div><dt>${t('community.reports')}</dt><dd>${number(row.reports)}</dd></div>
    </dl>
    <div class="columns apart">
      <div><h3>${t('community.population')}</h3>${row.claims > 1 ? html`<p class="muted">${symbol('warning', 'warning')} ${t('community.population.conflict')}</p>` : nothing}
        <ul class="told">${told.population.map((claim) => html`<li><b>${number(claim.people)}</b> <span>${claim.source}</span> <time class="muted" datetime=${claim.asOf}>${day(`${claim.asOf}T12:00:00Z`, 'UTC')}</time></li>`)}</ul>
        <h3>${t('community.stations')}</h3>${told.stations.length === 0 ? html`<p class="muted">${t('community.stations.none')}</p>` : html`<ul class="told">${told.stations.map((station) => html`<li><b>${name(station.name, station.id)}</b> <span>${station.rooms.map((room) => t(`community.room.${room}`)).join(', ')}</span> <span class="muted">${station.closedAt ? t('community.station.closed', day(station.closedAt, zone)) : t('community.station.since', day(station.openedAt, zone))}</span></li>`)}</ul>`}
        ${told.publications.length === 0 ? nothing : html`<h3>${t('community.trust')}</h3>${surveys(told.publications)}`}
      </div>
      <div><h3>${t('community.people')}</h3>${told.officers.length === 0 ? html`<p class="muted">${t('community.people.none')}</p>` : html`<ol class="told">${told.officers.map((spell) => html`<li><b class="mono">${spell.officer}</b> <span>${t(`community.step.${spell.state}`)}</span> <span class="muted">${moment(spell.from, zone)} – ${spell.to ? moment(spell.to, zone) : t('community.now')}</span></li>`)}</ol>`}
        <h3>${t('community.contacts')}</h3>${told.months.length === 0 ? html`<p class="muted">${t('community.contacts.none')}</p>` : html`<ul class="told">${told.months.map(month)}</ul>`}
      </div>
    </div>`;
}

function month(told) {
  const kinds = Object.entries(told.contacts).map(([kind, n]) => `${t(`community.contact.${kind}`)} ${number(n)}`).join(' · ');
  const all = Object.values(told.contacts).reduce((sum, n) => sum + n, 0);
  return html`<li><b>${told.month}</b> <span>${counted('community.contacts.count', all, number(all))}${told.met > 0 ? `, ${counted('community.met', told.met, number(told.met))}` : ''}${told.reports > 0 ? `, ${counted('community.reports.count', told.reports, number(told.reports))}` : ''}</span> <span class="muted">${kinds}</span></li>`;
}
