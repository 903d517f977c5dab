/** Small drawings inside lit templates. Sizes are SVG attributes: the security policy allows no style attributes. */
import { html, svg } from 'lit-html';

export const symbol = (name, state = '') => html`<svg class="icon" data-state=${state} aria-hidden="true"><use href="#i-${name}"></use></svg>`;

/** How much of a limit is used; the limit stands at four fifths, so that "over" is seen as over. */
export function gauge(used, level) {
  const width = Math.round(Math.min(1, used * 0.8) * 100);
  return html`<svg class="gauge" data-wait=${level} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="gauge-back" height="6" width="100" rx="1"></rect><rect class="gauge-fill" height="6" width=${width} rx="1"></rect><rect class="gauge-limit" height="6" width="1.2" x="80"></rect>`}
  </svg>`;
}

/** A part of the largest value as a bar. */
export function bar(part) {
  return html`<svg class="gauge" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="gauge-back" height="6" width="100" rx="1"></rect><rect class="gauge-share" height="6" width=${Math.round(part * 100)} rx="1"></rect>`}
  </svg>`;
}
