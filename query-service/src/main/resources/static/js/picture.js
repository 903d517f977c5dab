/**
 * A picture of a part of the page as it stands there, drawn anew on a canvas: boxes, texts, drawings and canvases, in the colours of the theme. The content policy
 * allows no image made of markup, and so nothing foreign can get in.
 */
import { locale } from 'app/text';

const MARGIN = 24;
const SHARP = 2;
/** What can only be clicked, and what the picture says above the drawing. */
const LEFT_OUT = 'details:not([open]), .exports, .unseen, .tip, .steps, .panel-head > h2, .panel-head > .muted';
const SHAPES = 'path, rect, circle, line, polygon, ellipse';

/** A PNG of the element, its title and what it says above, to what it is complete beneath. */
export function picture(element, { title, says, complete }) {
  const frame = element.getBoundingClientRect();
  const body = getComputedStyle(document.body);
  const ink = body.color;
  const font = (size, weight) => `${weight} ${size}px ${body.fontFamily}`;
  const canvas = document.createElement('canvas');
  const ctx = canvas.getContext('2d');
  // A table that is pushed aside on a narrow screen is drawn in full.
  const inner = Math.max(320, frame.width, ...[...element.querySelectorAll('.scroll')].map((each) => each.scrollWidth + frame.width - each.clientWidth));
  ctx.font = font(18, 650);
  const titles = wrap(ctx, title, inner);
  ctx.font = font(14, 400);
  const lines = wrap(ctx, says ?? '', inner);
  const head = 10 + titles.length * 24 + lines.length * 20 + 8;
  const width = inner + 2 * MARGIN;
  const height = head + frame.height + 36 + 2 * MARGIN;
  canvas.width = Math.ceil(width * SHARP);
  canvas.height = Math.ceil(height * SHARP);
  ctx.scale(SHARP, SHARP);
  ctx.fillStyle = ground(element);
  ctx.fillRect(0, 0, width, height);
  titles.forEach((line, i) => write(ctx, line, MARGIN, MARGIN + 12 + i * 24, font(18, 650), ink));
  lines.forEach((line, i) => write(ctx, line, MARGIN, MARGIN + 14 + titles.length * 24 + i * 20, font(14, 400), ink));
  ctx.save();
  ctx.translate(MARGIN - frame.left, MARGIN + head - frame.top);
  paint(ctx, element);
  ctx.restore();
  const made = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date());
  write(ctx, [complete, made, location.host].filter(Boolean).join(' · '), MARGIN, height - MARGIN, font(12, 400), ink);
  return new Promise((done) => { canvas.toBlob(done, 'image/png'); });
}

function write(ctx, text, x, y, font, colour) {
  Object.assign(ctx, { font, fillStyle: colour, textAlign: 'left', textBaseline: 'middle' });
  ctx.fillText(text, x, y);
}

function wrap(ctx, text, width) {
  const lines = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && ctx.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The colour on which the element stands. */
function ground(element) {
  for (let at = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (isSeen(colour)) return colour;
  }
  return '#fff';
}

const isSeen = (colour) => colour !== 'none' && colour !== 'transparent' && !/,\s*0\)$|\/\s*0\)$/.test(colour);

function paint(ctx, element) {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || element.matches(LEFT_OUT)) return;
  const before = ctx.globalAlpha;
  ctx.globalAlpha = before * Number(style.opacity);
  if (element instanceof SVGElement) drawing(ctx, element, style);
  else if (element instanceof HTMLCanvasElement) raster(ctx, element);
  else box(ctx, element, style);
  for (const child of element.childNodes) {
    if (child instanceof Element) paint(ctx, child);
    else if (child.nodeType === Node.TEXT_NODE && element instanceof HTMLElement) words(ctx, child, style);
  }
  ctx.globalAlpha = before;
}

function raster(ctx, canvas) {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  if (canvas.width > 0 && canvas.height > 0) ctx.drawImage(canvas, left, top, width, height);
}

function box(ctx, element, style) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const shape = new Path2D();
  shape.roundRect(left, top, width, height, Number.parseFloat(style.borderTopLeftRadius) || 0);
  if (isSeen(style.backgroundColor)) {
    ctx.fillStyle = style.backgroundColor;
    ctx.fill(shape);
  }
  if (style.backgroundImage.includes('gradient')) partly(ctx, shape, { left, top, width, height }, style.backgroundImage);
  for (const side of ['Top', 'Right', 'Bottom', 'Left']) edge(ctx, side, { left, top, width, height }, style);
}

/** A box filled to a part of its height, or hatched: the first of two colours, over the second. */
function partly(ctx, shape, { left, top, width, height }, image) {
  const [first, second] = [...image.matchAll(/(rgba?\([^)]*\)|color\([^)]*\)) ([\d.]+)(%|px)/g)].map(([, colour, size, unit]) => ({ colour, size: Number(size), unit }))
    .filter((stop, i, all) => i === 0 || stop.colour !== all[i - 1].colour);
  ctx.save();
  ctx.clip(shape);
  ctx.fillStyle = second.colour;
  ctx.fillRect(left, top, width, height);
  ctx.fillStyle = ctx.strokeStyle = first.colour;
  if (first.unit === '%') {
    ctx.fillRect(left, top + height * (1 - first.size / 100), width, height);
  } else {
    ctx.lineWidth = second.size;
    for (let x = left - height; x < left + width; x += 2 * Math.SQRT2 * second.size) {
      ctx.beginPath();
      ctx.moveTo(x, top + height);
      ctx.lineTo(x + height, top);
      ctx.stroke();
    }
  }
  ctx.restore();
}

function edge(ctx, side, { left, top, width, height }, style) {
  const size = Number.parseFloat(style[`border${side}Width`]);
  if (!size || style[`border${side}Style`] === 'none' || !isSeen(style[`border${side}Color`])) return;
  ctx.fillStyle = style[`border${side}Color`];
  if (side === 'Top') ctx.fillRect(left, top, width, size);
  if (side === 'Bottom') ctx.fillRect(left, top + height - size, width, size);
  if (side === 'Left') ctx.fillRect(left, top, size, height);
  if (side === 'Right') ctx.fillRect(left + width - size, top, size, height);
}

/** Word by word, each where the page has put it. */
function words(ctx, node, style) {
  const range = document.createRange();
  for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const { left, top, height, width } = range.getBoundingClientRect();
    if (width > 0) write(ctx, word, left, top + height / 2, `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`, style.color);
  }
}

function drawing(ctx, element, style) {
  if (element.tagName === 'text') {
    const { left, top, height } = element.getBoundingClientRect();
    write(ctx, element.textContent, left, top + height / 2, `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`, style.fill);
    return;
  }
  if (!element.matches(SHAPES)) return;
  const at = element.getScreenCTM();
  ctx.save();
  ctx.transform(at.a, at.b, at.c, at.d, at.e, at.f);
  const shape = outline(element);
  if (isSeen(style.fill)) {
    ctx.globalAlpha *= Number(style.fillOpacity);
    ctx.fillStyle = style.fill;
    ctx.fill(shape);
  }
  if (isSeen(style.stroke)) {
    ctx.strokeStyle = style.stroke;
    ctx.lineWidth = Number.parseFloat(style.strokeWidth);
    ctx.lineCap = style.strokeLinecap;
    ctx.lineJoin = style.strokeLinejoin;
    ctx.setLineDash(style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[\s,]+/).map(Number.parseFloat));
    ctx.stroke(shape);
  }
  ctx.restore();
}

function outline(element) {
  const number = (name) => element[name].baseVal.value;
  const shape = new Path2D(element.tagName === 'path' ? element.getAttribute('d') : '');
  if (element.tagName === 'rect') shape.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'));
  if (element.tagName === 'circle') shape.arc(number('cx'), number('cy'), number('r'), 0, 2 * Math.PI);
  if (element.tagName === 'ellipse') shape.ellipse(number('cx'), number('cy'), number('rx'), number('ry'), 0, 0, 2 * Math.PI);
  if (element.tagName === 'line') {
    shape.moveTo(number('x1'), number('y1'));
    shape.lineTo(number('x2'), number('y2'));
  }
  if (element.tagName === 'polygon') {
    [...element.points].forEach((point, i) => (i === 0 ? shape.moveTo(point.x, point.y) : shape.lineTo(point.x, point.y)));
    shape.closePath();
  }
  return shape;
}
