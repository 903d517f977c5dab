/** "CSV" and "PNG" beside a chart: what is drawn, with its title, what it says, and to which position it is complete. */
import { el } from 'app/dom';
import { picture } from 'app/picture';
import { t } from 'app/text';

/**
 * The two buttons.
 *
 *   drawing  the element that is drawn in the picture; null if there is none, and then there is no picture
 *   facts()  {title, says, complete, head, rows}: what stands around the chart as texts, and the drawn figures with their units in the head
 */
export function exportButtons(drawing, facts) {
  const button = (format, save) => {
    const made = el('button', { type: 'button', class: 'export', 'data-format': format }, format.toUpperCase());
    made.addEventListener('click', () => save(facts()));
    return made;
  };
  const title = facts().title;
  return el('div', { class: 'exports', role: 'group', 'aria-label': t('export.label', title) },
    button('csv', (now) => hand(new Blob([csv(now)], { type: 'text/csv;charset=utf-8' }), `${fileName(now.title)}.csv`)),
    drawing ? button('png', async (now) => hand(await picture(drawing, now), `${fileName(now.title)}.png`)) : null);
}

/**
 * Puts the buttons into the head of a panel, once. What stands around the chart is read off the page: the headings, the note of the panel, and to what the page is
 * complete.
 *
 *   figures()  {head, rows}
 */
export function exportFrom(panel, drawing, figures) {
  const head = panel.querySelector('.panel-head');
  if (head.querySelector('.exports')) return;
  const text = (selector, from = panel) => from.querySelector(selector)?.textContent.trim() ?? '';
  head.append(exportButtons(drawing, () => ({
    title: `${text('h1', document)}: ${text('h2')}`, says: text('.panel-head > .muted'), complete: text('#complete', document), ...figures(),
  })));
}

/** RFC 4180, with what stands around the chart in comments before the header. */
export function csv({ title, says, complete, head, rows }) {
  const notes = [title, says, complete, location.href].filter(Boolean).map((line) => `# ${line.replace(/\s+/g, ' ')}`);
  const records = [head, ...rows].map((record) => record.map(field).join(','));
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  return `\ufeff${[...notes, ...records].join('\r\n')}\r\n`;
}

/** As Csv of the service writes it: text that a spreadsheet would take for a formula is marked as text. */
function field(value) {
  const plain = value === null || value === undefined ? '' : String(value);
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${plain}` : plain;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const fileName = (title) => `${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}-${new Date().toISOString().slice(0, 10)}`;

function hand(blob, name) {
  const address = URL.createObjectURL(blob);
  el('a', { href: address, download: name }).click();
  // The download has begun by then; the blob is let go so that it does not stay for as long as the page.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
