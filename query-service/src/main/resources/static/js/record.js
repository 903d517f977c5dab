/** An imported office: response times of its cases, or the last that was seen of its queue. Nothing here ticks; it is history. */
import { ask } from 'app/ask';
import { secondsSince } from 'app/clock';
import { exportFrom } from 'app/exports';
import { duration, moment, number, percent, position, shortDuration, since } from 'app/format';
import { bar } from 'app/shapes';
import { name, t } from 'app/text';
import { html, nothing, render } from 'lit-html';

let asked = false;

export async function showRecord(office, place, live, heading) {
  live.hidden = true;
  place.hidden = false;
  heading();
  if (asked) return;
  asked = true;
  const hasCases = office.openCases !== null && office.openCases !== undefined;
  render(html`${office.observed ? observed(office) : nothing}${hasCases ? html`<p class="is-loading muted">…</p>` : nothing}`, place);
  if (!hasCases) {
    if (!office.observed) render(html`<p class="empty">${t('record.none')}</p>`, place);
    return;
  }
  const [all, types] = await Promise.all([response(office.id, ''), response(office.id, 'service')]);
  render(html`${office.observed ? observed(office) : nothing}${cases(office, all, types)}`, place);
  const panel = document.getElementById('types-title').closest('.panel');
  exportFrom(panel, panel.querySelector('.scroll'), () => ({
    head: [t('record.type'), t('record.n'), t('record.still-open'), `${t('record.p50')}, ${t('unit.second')}`, `${t('record.p90')}, ${t('unit.second')}`, t('record.on-time'), t('record.late')],
    rows: (types?.rows ?? []).map((row) => [name(row.serviceName, row.service), row.n, row.open, row.p50, row.p90, row.withinTarget, row.late]),
  }));
}

async function response(id, by) {
  const query = new URLSearchParams({ measure: 'response', office: id, bucket: 'total' });
  if (by) query.set('by', by);
  const answer = await ask(`/api/v1/metrics?${query}`);
  return answer.ok ? answer.body : null;
}

const figure = (label, value, note = '') => html`<div class="kpi"><dt>${label}</dt><dd class="value">${value}</dd><dd class="note">${note || '\u00a0'}</dd></div>`;

function observed(office) {
  const seen = office.observed;
  return html`<section class="panel" aria-labelledby="observed-title">
    <div class="panel-head"><h2 id="observed-title">${t('record.observed')}</h2><p class="muted">${moment(seen.at, office.timeZone)}</p></div>
    <dl class="kpis inset">
      ${figure(t('record.observed.waiting'), number(seen.waiting))}
      ${figure(t('record.observed.desks'), number(seen.openDesks))}
      ${figure(t('record.observed.age'), since(secondsSince(seen.at)))}
    </dl>
    <p class="muted">${t('record.observed.none')}</p>
  </section>`;
}

function cases(office, all, types) {
  const total = all?.rows[0] ?? {};
  const stopped = (total.withinTarget ?? 0) + (total.late ?? 0);
  const rows = (types?.rows ?? []).filter((row) => row.n > 0 || row.open > 0).sort((a, b) => b.n - a.n);
  const most = Math.max(1, ...rows.map((row) => row.n));
  return html`<dl class="kpis">
      ${figure(t('record.open'), number(office.openCases))}
      ${figure(t('record.answered'), number(total.n))}
      ${figure(t('record.response.p50'), shortDuration(total.p50), t('kpi.n', number(total.n)))}
      ${figure(t('record.response.p90'), shortDuration(total.p90), t('kpi.n', number(total.n)))}
      ${figure(t('record.on-time'), percent(total.withinTarget, stopped), total.target ? t('record.on-time.note', shortDuration(total.target)) : t('kpi.n', number(stopped)))}
      ${figure(t('record.late'), number(total.late))}
      ${figure(t('record.longest'), shortDuration(total.max))}
    </dl>
    <section class="panel" aria-labelledby="types-title">
      <div class="panel-head"><h2 id="types-title">${t('record.types')}</h2>
        <p class="muted">${all ? t('record.definition', all.definition?.id ?? all.definition, position(all.position)) : t('trend.failed')}</p></div>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="types-title"><table class="list">
        <thead><tr><th scope="col">${t('record.type')}</th><td class="wide"></td><th scope="col" class="number">${t('record.n')}</th><th scope="col" class="number">${t('record.still-open')}</th>
          <th scope="col" class="number">${t('record.p50')}</th><th scope="col" class="number">${t('record.p90')}</th><th scope="col" class="number">${t('record.share')}</th></tr></thead>
        <tbody>${rows.map((row) => html`<tr><th scope="row">${name(row.serviceName, row.service)}</th><td class="wide">${bar(row.n / most)}</td>
          <td class="number">${number(row.n)}</td><td class="number">${number(row.open)}</td><td class="number">${duration(row.p50)}</td><td class="number">${duration(row.p90)}</td>
          <td class="number">${percent(row.withinTarget, (row.withinTarget ?? 0) + (row.late ?? 0))}</td></tr>`)}</tbody>
      </table></div>
      <p class="muted">${t('record.scarce')}</p>
    </section>`;
}
