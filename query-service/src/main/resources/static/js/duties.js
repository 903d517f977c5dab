/** Legal clocks of which the board says that they run out: the stream of obligations, while somebody wants to hear of them. */
import { ask } from 'app/ask';
import { duration } from 'app/format';
import { secondsSince } from 'app/clock';
import { isBehind } from 'app/past';
import { name, t } from 'app/text';

const AGAIN_MS = 30_000;
/** What was overdue for longer when it was first told is the past of a simulation, told at once; nobody could have acted on it. */
const FRESH_S = 600;
const LEVEL = { DUE_SOON: 'warning', OVERDUE: 'critical', BREACHED: 'critical' };

export class Duties {
  #alerts;
  #source = null;
  #timer = 0;

  constructor(alerts) {
    this.#alerts = alerts;
  }

  /** Listens while the alerts are switched on. */
  follow() {
    if (this.#alerts.isOn && !this.#source) this.#open();
    if (!this.#alerts.isOn) this.#close();
  }

  #open() {
    const source = new EventSource('/api/v1/obligations/stream');
    this.#source = source;
    source.addEventListener('delta', (event) => {
      const message = JSON.parse(event.data);
      if (!isBehind(message)) message.items.forEach((item) => this.#tell(item));
    });
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED || source !== this.#source) return;
      this.#close();
      this.#timer = setTimeout(() => this.#again(), AGAIN_MS);
    });
  }

  /** Roles without duties are refused for good; a service that starts anew is not. */
  async #again() {
    const answer = await ask('/api/v1/obligations?limit=1');
    if (answer.status !== 403) this.follow();
  }

  #close() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  #tell(item) {
    const level = LEVEL[item.state];
    if (!level) return;
    const left = -secondsSince(item.due);
    if (item.origin !== 'LIVE' && left < -FRESH_S) return;
    const what = name(item.name, item.rule);
    const where = name(item.officeName, item.office ?? '');
    const text = left > 0 ? t('alerts.due', what, where, duration(left)) : t('alerts.overdue', what, where, duration(-left));
    this.#alerts.tell({ level, text, href: `/obligations?${new URLSearchParams(item.office ? { office: item.office } : {})}`, about: item.id });
  }
}
