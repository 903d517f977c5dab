/** One tile per office, made once and patched where it changed. 1,500 of them stay cheap: no markup is parsed after the first paint. */
import { reason } from 'app/attention';
import { secondsSince } from 'app/clock';
import { el, icon, mark, say, svg } from 'app/dom';
import { duration, number, percent, position, shortDuration, since, UNKNOWN } from 'app/format';
import { lasted } from 'app/past';
import { counted, t } from 'app/text';

const GAUGE = 100;
/** A line never begins with the dot. */
export const APART = '\u00a0· ';

/**
 * Only tiles in view or nearly so are written to; the others catch up before they come into view. Every text that changes costs style, layout and
 * paint, and each second changes one of every tile.
 */
const near = new IntersectionObserver((entries) => entries.forEach(({ target, isIntersecting }) => target.tile.come(isIntersecting)), { rootMargin: '50% 0%' });

export class Tile {
  constructor(office, name) {
    this.name = name;
    this.symbol = icon('quiet');
    this.link = el('a', { href: `/offices/${encodeURIComponent(office.id)}` });
    this.waiting = el('div', { class: 'tile-figure' });
    this.waitingLabel = el('div', { class: 'tile-label' });
    this.oldest = el('div', { class: 'tile-figure second' });
    this.oldestLabel = el('div', { class: 'tile-label' });
    this.fill = svg('rect', { class: 'gauge-fill', height: 6, width: 0, rx: 1 });
    this.limit = svg('rect', { class: 'gauge-limit', height: 6, width: 1.2, x: GAUGE * 0.8 });
    this.gauge = svg('svg', { class: 'gauge', viewBox: `0 0 ${GAUGE} 6`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('rect', { class: 'gauge-back', height: 6, width: GAUGE, rx: 1 }), this.fill, this.limit);
    this.reason = el('p', { class: 'tile-reason' });
    this.facts = el('p', { class: 'tile-facts' });
    this.fresh = el('span', { class: 'tile-fresh' });
    this.badge = el('span', { class: 'badge' });
    this.node = el('li', { class: 'tile', 'data-office': office.id },
      el('h3', {}, this.symbol, this.link),
      el('div', { class: 'tile-main' }, el('div', {}, this.waiting, this.waitingLabel), el('div', {}, this.oldest, this.oldestLabel)),
      this.gauge, this.reason, this.facts,
      el('div', { class: 'tile-foot' }, this.fresh, this.badge));
    this.state = null;
    this.near = true;
    this.node.tile = this;
    near.observe(this.node);
  }

  /** The tile has come near the view, or has left it. */
  come(isNear) {
    this.near = isNear;
    if (isNear) this.catchUp();
  }

  /** Says what it has not said while it was out of view. */
  catchUp() {
    if (this.behind) this.#draw();
  }

  /** Shows the office as it is now. Called when it changed; what only moves with time is in tick(). */
  show(office, need) {
    this.office = office;
    this.need = need;
    this.behind = true;
    if (this.near) this.#draw();
  }

  /** What changes with the clock alone. */
  tick(need) {
    this.need = need;
    if (this.near) this.#tick();
    else this.behind = true;
  }

  #draw() {
    const { office, need } = this;
    this.behind = false;
    say(this.link, this.name);
    if (need.state !== this.state) this.#enter(need.state);
    if (office.openCases !== null && office.openCases !== undefined) this.#figure(number(office.openCases), t('tile.open-cases'));
    else if (office.observed) this.#figure(number(office.observed.waiting), t('tile.observed'));
    else this.#figure(number(office.waiting), t('tile.waiting'));
    say(this.facts, facts(office));
    mark(this.badge, 'hidden', office.origin === 'LIVE' ? '' : null);
    say(this.badge, t(`badge.${office.origin}`));
    this.#tick();
  }

  #tick() {
    const { office, need } = this;
    if (need.state !== this.state) this.#enter(need.state);
    if (office.origin === 'IMPORTED') {
      const at = office.observed?.at ?? office.lastFactAt;
      say(this.oldest, at ? since(secondsSince(at)) : UNKNOWN);
      say(this.oldestLabel, t('tile.newest'));
    } else {
      const oldest = office.waiting > 0 ? lasted(office, office.oldestQueuedAt) : null;
      say(this.oldest, duration(oldest));
      say(this.oldestLabel, office.waitTargetSeconds ? t('tile.oldest.target', shortDuration(office.waitTargetSeconds)) : t('tile.oldest'));
      this.#fillTo(need.used ?? 0);
    }
    mark(this.gauge, 'visibility', need.used === null ? 'hidden' : null);
    say(this.reason, reason(need));
    say(this.fresh, `${position(office.position)} · ${office.lastFactAt ? since(secondsSince(office.lastFactAt)) : UNKNOWN}`);
  }

  #figure(value, label) {
    say(this.waiting, value);
    say(this.waitingLabel, label);
  }

  /** The target stands at four fifths of the gauge, so that "over" is seen as over. */
  #fillTo(used) {
    const width = Math.round(Math.min(1, used * 0.8) * GAUGE);
    if (width !== this.width) {
      this.width = width;
      this.fill.setAttribute('width', width);
    }
  }

  #enter(state) {
    const worse = this.state !== null && state === 'critical';
    this.state = state;
    mark(this.node, 'data-state', state);
    this.symbol.firstChild.setAttribute('href', `#i-${state}`);
    this.node.classList.toggle('worse', worse);
  }
}

function facts(office) {
  const desks = t('tile.desks', number(office.openDesks), number(office.desks));
  const served = counted('tile.served', office.servedToday, number(office.servedToday));
  if (office.origin === 'IMPORTED') return office.observed ? t('tile.observed-desks', number(office.observed.openDesks)) : office.organisationLabel;
  return [desks, served, t('tile.target', percent(office.serviceLevel?.part, office.serviceLevel?.whole))].join(APART);
}
