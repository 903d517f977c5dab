/** One tile per region: its offices added up, and how many of them stand how. Chosen, it leaves the offices of that region. */
import { STATES } from 'app/attention';
import { secondsSince } from 'app/clock';
import { el, icon, mark, say } from 'app/dom';
import { duration, number, percent, position, since, UNKNOWN } from 'app/format';
import { total } from 'app/kpis';
import { sinceOldest } from 'app/past';
import { counted, t } from 'app/text';
import { APART } from 'app/tiles';

export class RegionTile {
  constructor(id, name, chosen) {
    this.name = name;
    this.symbol = icon('quiet');
    this.link = el('a', { href: `?${new URLSearchParams({ region: id })}` }, name);
    this.link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      chosen(id);
    });
    this.waiting = el('div', { class: 'tile-figure' });
    this.oldest = el('div', { class: 'tile-figure second' });
    this.counts = el('p', { class: 'tile-states' });
    this.facts = el('p', { class: 'tile-facts' });
    this.fresh = el('span', { class: 'tile-fresh' });
    this.node = el('li', { class: 'tile region-tile', 'data-region': id },
      el('h3', {}, this.symbol, this.link),
      el('div', { class: 'tile-main' },
        el('div', {}, this.waiting, el('div', { class: 'tile-label' }, t('tile.waiting'))),
        el('div', {}, this.oldest, el('div', { class: 'tile-label' }, t('tile.oldest')))),
      this.counts, this.facts, el('div', { class: 'tile-foot' }, this.fresh));
  }

  /** entries: {office, need} of the region, at least one. */
  show(entries) {
    const offices = entries.map(({ office }) => office);
    const sum = total(offices);
    const counts = Object.fromEntries(STATES.map((state) => [state, entries.filter(({ need }) => need.state === state).length]));
    const state = STATES.find((each) => counts[each] > 0);
    // The part of the offices that are open, so that a small region in trouble stands before a large one with a bad corner.
    const open = entries.length - counts.quiet - counts.past - counts.record;
    this.need = { state, pressure: open > 0 ? (counts.critical + counts.warning / 100) / open : 0 };
    mark(this.node, 'data-state', state);
    this.symbol.firstChild.setAttribute('href', `#i-${state}`);
    say(this.waiting, number(sum.waiting));
    say(this.oldest, sum.waiting > 0 ? duration(sinceOldest(offices, sum.oldestQueuedAt)) : UNKNOWN);
    this.#count(counts);
    say(this.facts, [t('tile.desks', number(sum.openDesks), number(offices.reduce((all, office) => all + office.desks, 0))),
      counted('tile.served', sum.servedToday, number(sum.servedToday)), t('tile.target', percent(sum.serviceLevel.part, sum.serviceLevel.whole))].join(APART));
    const newest = offices.map((office) => office.lastFactAt).filter(Boolean).sort().at(-1);
    say(this.fresh, `${position(Math.max(...offices.map((office) => office.position)))} · ${newest ? since(secondsSince(newest)) : UNKNOWN}`);
  }

  #count(counts) {
    const drawn = JSON.stringify(counts);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.counts.replaceChildren(...STATES.filter((state) => counts[state] > 0).map((state) =>
      el('span', { 'data-state': state, title: t(`state.${state}`) }, icon(state), el('span', { class: 'unseen' }, t(`state.${state}`)), number(counts[state]))));
  }
}
