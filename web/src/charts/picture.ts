// A chart as a picture of its own, as it looks on the page at that moment: what HTML shows is drawn anew as shapes and
// text, what SVG shows is copied with its styles written out. Nothing in it refers to the page.

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 24;
const HEAD = 64;

// Of what CSS says of a shape or a text, the part that SVG programs know.
const SHAPE = ['stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-dasharray', 'paint-order', 'opacity'];
const TEXT = ['font-family', 'font-size', 'font-weight', 'text-anchor'];

function add(parent: Element, name: string, attributes: Record<string, string | number>): Element {
  const element = parent.appendChild(document.createElementNS(SVG, name));
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

const pen = () => document.createElement('canvas').getContext('2d', { willReadFrequently: true });

// Every colour of CSS as one that all programs read.
function plainColour(colour: string): { rgb: string; opacity: number } {
  const context = pen();
  if (!context) return { rgb: 'black', opacity: 1 };
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return { rgb: `rgb(${red}, ${green}, ${blue})`, opacity: alpha / 255 };
}

function paint(element: Element, property: 'fill' | 'stroke', colour: string): void {
  const { rgb, opacity } = colour === 'none' ? { rgb: colour, opacity: 0 } : plainColour(colour);
  element.setAttribute(property, opacity === 0 ? 'none' : rgb);
  if (opacity > 0 && opacity < 1) element.setAttribute(`${property}-opacity`, opacity.toFixed(3));
}

const isHidden = (style: CSSStyleDeclaration): boolean =>
  style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0';

class Painter {
  #out: Element;
  #left: number;
  #top: number;

  constructor(out: Element, { left, top }: DOMRect) {
    this.#out = out;
    this.#left = left - MARGIN;
    this.#top = top - HEAD;
  }

  draw(element: Element): void {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (isHidden(style) || box.width <= 1 || element.hasAttribute('data-page-only')) return;
    if (element instanceof SVGSVGElement) {
      this.#copy(element, box);
      return;
    }
    this.#drawBox(style, box);
    for (const child of element.childNodes) {
      if (child instanceof Element) this.draw(child);
      else if (child instanceof Text) this.#drawText(child, style);
    }
  }

  // A frame goes all around; else there may be a line above or below.
  #drawBox(style: CSSStyleDeclaration, box: DOMRect): void {
    const [x, y] = [box.left - this.#left, box.top - this.#top];
    const frame = Number.parseFloat(style.borderLeftWidth);
    if (frame > 0 || plainColour(style.backgroundColor).opacity > 0) {
      const rx = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, box.height / 2);
      const size = { width: box.width - frame, height: box.height - frame };
      const shape = add(this.#out, 'rect', { x: x + frame / 2, y: y + frame / 2, ...size, rx });
      paint(shape, 'fill', style.backgroundColor);
      if (frame > 0) paint(shape, 'stroke', style.borderLeftColor);
    }
    if (frame > 0) return;
    const line = (at: number, width: string, colour: string) => {
      if (Number.parseFloat(width) === 0) return;
      paint(add(this.#out, 'line', { x1: x, x2: x + box.width, y1: at, y2: at }), 'stroke', colour);
    };
    line(y, style.borderTopWidth, style.borderTopColor);
    line(y + box.height, style.borderBottomWidth, style.borderBottomColor);
  }

  // A line of text for each line that the words stand in.
  #drawText(node: Text, style: CSSStyleDeclaration): void {
    const lines: { text: string; box: DOMRect }[] = [];
    const range = document.createRange();
    for (const { index, 0: word } of node.data.matchAll(/\S+\s*/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const box = range.getBoundingClientRect();
      const line = lines.at(-1);
      if (line && Math.abs(line.box.top - box.top) < 2) line.text += word;
      else if (box.width > 0) lines.push({ text: word, box });
    }
    const context = pen();
    if (!context) return;
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText('x');
    for (const { text, box } of lines) {
      const y = box.top - this.#top + (box.height - up - down) / 2 + up;
      const drawn = add(this.#out, 'text', { x: box.left - this.#left, y });
      for (const name of TEXT) drawn.setAttribute(name, style.getPropertyValue(name));
      paint(drawn, 'fill', style.color);
      drawn.textContent = text.trim().replace(/\s+/g, ' ');
    }
  }

  #copy(source: SVGSVGElement, box: DOMRect): void {
    const attributes = { x: box.left - this.#left, y: box.top - this.#top, width: box.width, height: box.height };
    const frame = add(this.#out, 'svg', { ...attributes, overflow: 'visible' });
    for (const child of source.children) copyShape(child, frame);
  }
}

const GEOMETRY = /^(x|y|x1|x2|y1|y2|dx|dy|cx|cy|r|rx|ry|width|height|d|points|transform)$/;

function copyShape(source: Element, parent: Element): void {
  const style = getComputedStyle(source);
  if (isHidden(style)) return;
  const shape = add(parent, source.localName, {});
  for (const { name, value } of source.attributes) if (GEOMETRY.test(name)) shape.setAttribute(name, value);
  if (source.localName !== 'g') {
    paint(shape, 'fill', style.fill);
    paint(shape, 'stroke', style.stroke);
    for (const name of [...SHAPE, ...(source.localName === 'text' ? TEXT : [])]) {
      shape.setAttribute(name, style.getPropertyValue(name));
    }
  }
  if (source.localName === 'text') shape.textContent = source.textContent;
  else for (const child of source.children) copyShape(child, shape);
}

/** `note` stands below the title. */
export function pictureOf(chart: HTMLElement, title: string, note: string): SVGSVGElement {
  const box = chart.getBoundingClientRect();
  const width = Math.ceil(box.width + 2 * MARGIN);
  const height = Math.ceil(box.height + HEAD + MARGIN);
  const picture = document.createElementNS(SVG, 'svg');
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  for (const [key, value] of Object.entries(size)) picture.setAttribute(key, String(value));
  const style = getComputedStyle(chart);
  const card = getComputedStyle(chart.closest('.card') ?? chart);
  paint(add(picture, 'rect', { width, height }), 'fill', card.backgroundColor);
  const write = (text: string, y: number, fontSize: number, weight: number) => {
    const line = add(picture, 'text', { x: MARGIN, y, 'font-size': fontSize, 'font-weight': weight });
    line.setAttribute('font-family', style.fontFamily);
    paint(line, 'fill', style.color);
    line.textContent = text;
  };
  write(title, 30, 17, 650);
  write(note, 50, 13, 400);
  new Painter(picture, box).draw(chart);
  return picture;
}

export const textOf = (picture: SVGSVGElement): string => new XMLSerializer().serializeToString(picture);

/** Twice as fine as the page. */
export async function pngOf(picture: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(textOf(picture))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the picture is too large');
  return blob;
}
