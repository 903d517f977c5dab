/** Which services people came for today, and how long they waited for each. */
import { duration, number, percent } from 'app/format';
import { bar } from 'app/shapes';
import { name, t } from 'app/text';
import { html } from 'lit-html';

/** One row for a service, also where people and a simulation record in the same office: their counts add up, their percentiles do not. */
export const together = (rows) => [...Map.groupBy(rows, (row) => row.service).values()].map((all) => {
  const counted = all.filter((row) => row.n > 0);
  return { ...all[0], n: sum(all, 'n'), open: sum(all, 'open'), closed: sum(all, 'closed'), late: sum(all, 'late'), p50: counted.length === 1 ? counted[0].p50 : null };
});

const sum = (rows, field) => rows.reduce((all, row) => all + (row[field] ?? 0), 0);

/** How many were closed without an outcome: a long wait may be among them, so it stands beside the figures that leave it out. */
export const closed = (rows) => sum(rows, 'closed');

/** The drawn figures, for a file. */
export const mixFigures = (rows) => ({
  head: [t('office.mix.service'), t('office.mix.people'), `${t('office.mix.p50')}, ${t('unit.second')}`, t('office.mix.late')],
  rows: (rows ?? []).map((row) => [name(row.serviceName, row.service), row.n, row.p50, row.late]),
});

export function mix(rows) {
  if (rows === null) return html`<p class="is-loading muted">…</p>`;
  const some = rows.filter((row) => row.n > 0 || row.open > 0).sort((a, b) => b.n - a.n);
  if (some.length === 0) return html`<p class="empty">${t('office.mix.none')}</p>`;
  const most = Math.max(...some.map((row) => row.n), 1);
  return html`<table class="list">
    <thead><tr><th scope="col">${t('office.mix.service')}</th><th scope="col" class="number">${t('office.mix.people')}</th><th scope="col" class="number">${t('office.mix.p50')}</th><th scope="col" class="number">${t('office.mix.late')}</th></tr></thead>
    <tbody>${some.map((row) => html`<tr>
      <th scope="row">${name(row.serviceName, row.service)}${bar(row.n / most)}</th>
      <td class="number">${number(row.n)}</td><td class="number">${duration(row.p50)}</td><td class="number">${percent(row.late, row.n)}</td>
    </tr>`)}</tbody>
  </table>`;
}
