/** Paper for the visitor, from a roll of 80 mm: what the display will show, and the way to the own page, for a telephone and for the fingers. */
import { moment, number } from 'app/format';
import { counted, name, t } from 'app/text';
import { html, nothing, render } from 'lit-html';

/** A picture that does not come is left out: the code stands on the slip as well. */
const PATIENCE_MS = 3000;

const slip = document.getElementById('slip');
const { tickets } = document.getElementById('main').dataset;

/** What a telephone reads; drawn by the service, because a code is nobody else's business. */
export const picture = (code, words) => html`<img class="qr" src=${`/ticket/${code}/qr`} alt=${words} width="160" height="160">`;

export function ticketSlip(floor, { ticket, service, code, ahead }, at) {
  return html`<p class="slip-office">${name(floor.name, floor.office)}</p>
    <p class="slip-ticket">${ticket}</p>
    <p class="slip-service">${name(floor.services.find((one) => one.id === service)?.name, service)}</p>
    <p>${ahead === 0 ? t('desk.slip.next') : counted('desk.ahead', ahead, number(ahead))}<br>${moment(at, floor.timeZone)}</p>
    ${code ? way(code, t('desk.slip.follow', plain(tickets))) : nothing}`;
}

export function receiptSlip(floor, code, at) {
  return html`<p class="slip-office">${name(floor.name, floor.office)}</p>
    <h2 class="slip-service">${t('desk.receipt.title')}</h2>
    <p>${moment(at, floor.timeZone)}</p>
    ${way(code, t('desk.slip.receipt', plain(tickets)))}`;
}

const way = (code, words) => html`<div class="slip-way">${picture(code, '')}<p>${words}</p>
  <p class="slip-code">${code.split('-').map((group, i) => html`${i > 0 ? '-' : nothing}<span>${group}</span>`)}</p></div>`;

/** An address as people type it. */
const plain = (address) => address.replace(/^https?:\/\//, '');

export async function print(content) {
  render(content, slip);
  const pictures = [...slip.querySelectorAll('img')];
  await Promise.race([Promise.allSettled(pictures.map((one) => one.decode())), new Promise((done) => { setTimeout(done, PATIENCE_MS); })]);
  for (const one of pictures) one.hidden = one.naturalWidth === 0;
  document.body.classList.add('prints-slip');
  window.print();
}

addEventListener('afterprint', () => {
  document.body.classList.remove('prints-slip');
  render(nothing, slip);
});
