/** How a record of custody or an appeal begins: one form; then on to where it is worked on, or first the receipt, which is told once. */
import { drawForm } from 'app/act-form';
import { ask } from 'app/ask';
import { t } from 'app/text';
import { html, render } from 'lit-html';

const main = document.getElementById('main');
const place = document.getElementById('begin');
const { subject, person } = main.dataset;
const next = (id) => (subject === 'custody' ? `/custody/${encodeURIComponent(id)}/record` : `/appeals/${encodeURIComponent(id)}/work`);

async function load() {
  const [form, offices] = await Promise.all([ask(`/${subject}/new/form`), ask('/api/v1/offices?withoutDesks=true')]);
  place.querySelector(':scope > .is-loading')?.remove();
  if (!form.ok) return render(html`<p class="banner bad">${t('work.failed')}</p>`, place);
  return drawForm(place, {
    form: form.body, path: `/api/v1/${subject}`, person, offices: Array.isArray(offices.body) ? offices.body : [],
    done: ({ state }) => (state.receipt ? receipt(state) : location.assign(next(state.id))),
  });
}

function receipt({ id, receipt: code }) {
  render(html`<section class="receipt-told" id="receipt" aria-labelledby="receipt-title"><h2 id="receipt-title">${t('desk.receipt.title')}</h2>
    <p class="receipt-code mono" id="receipt-code">${code}</p>
    <img class="qr" src=${`/ticket/${code}/qr`} alt=${t('desk.qr.receipt')} width="160" height="160">
    <p>${t('desk.receipt.text')}</p>
    <div class="actions"><a class="button" id="go-on" href=${next(id)}>${t('work.go-on')}</a></div></section>`, place);
  main.focus();
}

load();
