/** The least of what own DOM patching needs. */

/** An element with attributes and children; a string child becomes text, never markup. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** An icon of the layout's sprite. */
export function icon(name) {
  return svg('svg', { class: 'icon', 'aria-hidden': 'true' }, svg('use', { href: `#i-${name}` }));
}

/** Writes a text only if it changed: most of what is looked at in a frame has not. */
export function say(element, text) {
  if (element.said !== text) {
    element.said = text;
    element.textContent = text;
  }
}

/** Sets or removes an attribute only if it changed. */
export function mark(element, name, value) {
  if (value === null || value === undefined) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value)) {
    element.setAttribute(name, value);
  }
}

/**
 * Brings the children of a parent into the wanted order with the fewest moves: those of the longest run that already is in order stay.
 * A node that stays keeps focus, selection and animation.
 */
export function arrange(parent, wanted) {
  const current = new Map([...parent.children].map((child, index) => [child, index]));
  const keep = new Set(wanted);
  for (const child of current.keys()) if (!keep.has(child)) child.remove();
  const stays = longestRising(wanted.map((node) => current.get(node) ?? -1));
  let next = null;
  for (let i = wanted.length - 1; i >= 0; i--) {
    if (!stays.has(i)) put(parent, wanted[i], next);
    next = wanted[i];
  }
}

function put(parent, node, before) {
  if (node.parentNode === parent && parent.moveBefore) parent.moveBefore(node, before);
  else parent.insertBefore(node, before);
}

/** The indices of a longest rising subsequence; -1 marks values that cannot take part. */
function longestRising(values) {
  const tails = [];
  const previous = new Array(values.length).fill(-1);
  values.forEach((value, i) => {
    if (value < 0) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]] < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[i] = tails[low - 1];
    tails[low] = i;
  });
  const kept = new Set();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i]) kept.add(i);
  return kept;
}
