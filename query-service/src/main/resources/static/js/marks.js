/** What a dot or a point says by its shape; colour says it a second time. Paths are drawn around 0, 0. */
import { svg } from 'app/dom';

const SHAPES = {
  disc: (r) => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
  up: (r) => `M0 ${-1.25 * r}L${1.2 * r} ${0.9 * r}H${-1.2 * r}Z`,
  down: (r) => `M0 ${1.25 * r}L${1.2 * r} ${-0.9 * r}H${-1.2 * r}Z`,
  diamond: (r) => `M0 ${-1.35 * r}L${1.35 * r} 0L0 ${1.35 * r}L${-1.35 * r} 0Z`,
  square: (r) => `M${-r} ${-r}H${r}V${r}H${-r}Z`,
};

/** Of each kind: shape and size. How it is filled says the style sheet. */
const KINDS = {
  WITHIN: ['disc', 4], HIGH: ['up', 5], LOW: ['down', 5], BETTER: ['up', 7], WORSE: ['down', 7], other: ['disc', 3],
  plain: ['disc', 3.5], OUTSIDE: ['diamond', 5.5], NEAR_LIMIT: ['up', 5.5], RUN: ['square', 4.5], RANGE: ['diamond', 5], FEW: ['disc', 3], UNFINISHED: ['disc', 3],
};

/** A mark at a place. */
export function mark(kind, x = 0, y = 0, attributes = {}) {
  const [shape, size] = KINDS[kind];
  return svg('path', { class: `mark-${kind}`, d: SHAPES[shape](size), transform: `translate(${round(x)} ${round(y)})`, ...attributes });
}

/** The same as the key of a legend. */
export const key = (kind) => svg('svg', { 'aria-hidden': 'true', viewBox: '0 0 18 18', class: 'mark-key' }, mark(kind, 9, 9));

export const round = (value) => Math.round(value * 10) / 10;
