/** What this office owes by a legal clock, the most urgent first. Asked for anew now and then; the time left ticks by the server's clock. */
import { ask } from 'app/ask';
import { now } from 'app/clock';
import { say } from 'app/dom';
import { duration, moment, position } from 'app/format';
import { LEVEL } from 'app/obligation-level';
import { symbol } from 'app/shapes';
import { name, t } from 'app/text';
import { html, nothing, render } from 'lit-html';

const AGAIN_MS = 15_000;
const MOST = 8;

export class OfficeDuties {
  #office;
  #panel;
  #place;
  #page = null;
  #due = 0;

  constructor(office, panel) {
    this.#office = office;
    this.#panel = panel;
    this.#place = panel.querySelector('.duties-place');
  }

  /** Called once a second. */
  tick() {
    if (performance.now() > this.#due) this.#load();
    if (this.#page) this.#show();
  }

  async #load() {
    this.#due = performance.now() + AGAIN_MS;
    const answer = await ask(`/api/v1/obligations?${new URLSearchParams({ office: this.#office, limit: MOST })}`);
    if (answer.status === 403) {
      // Not for this role: nothing is said of what may not be seen.
      this.#due = Infinity;
      return;
    }
    if (answer.ok) this.#page = answer.body;
    else if (!this.#page) render(html`<p class="empty">${t('office.duties.failed')}</p>`, this.#place);
    this.#panel.hidden = false;
    if (this.#page) this.#show();
  }

  #show() {
    const { items, next } = this.#page;
    say(this.#panel.querySelector('.panel-head .muted'), t('board.complete', position(this.#page.position)));
    render(items.length === 0 ? html`<p class="empty">${t('office.duties.none')}</p>` : html`<ul class="due">${items.map(row)}</ul>
      ${next ? html`<p><a href="/obligations?${new URLSearchParams({ office: this.#office })}">${t('office.duties.all')}</a></p>` : nothing}`, this.#place);
  }
}

function row(item) {
  const level = LEVEL[item.state] ?? 'quiet';
  const seconds = (Date.parse(item.due) - now()) / 1000;
  const left = item.state === 'PAUSED' ? t('obligation-state.PAUSED') : seconds >= 0 ? t('office.duties.left', duration(seconds)) : t('obligations.late', duration(-seconds));
  return html`<li data-wait=${level}>${symbol(level, level)}<span><b>${name(item.name, item.rule)}</b> <small class="muted">${name(item.basis, item.policy)}</small></span>
    <span class="number"><span class="wait">${left}</span><time class="muted" datetime=${item.due}>${moment(item.due, item.timeZone ?? undefined)}</time></span></li>`;
}
