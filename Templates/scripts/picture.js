// @ts-check
/**
 * A decision as a picture in its frame: larger and smaller, moved by mouse, touch and keys, with links, and with the way that a
 * reader's answers took. The frame scrolls as any does, so that touch and keys work on it without a script; without this file the
 * picture is a file that one can open.
 */
import { define, readState } from './main.js';

const STEP = 1.25;
const [LEAST, MOST] = [0.1, 3];

/** @param {number} size */
export const bounded = (size) => Math.min(MOST, Math.max(LEAST, size));

/**
 * How far a frame is scrolled after its picture has grown, so that what is under a point stays there.
 * @param {number} scrolled
 * @param {number} point  within the frame
 * @param {number} growth
 */
export const scrolledTo = (scrolled, point, growth) => Math.max(0, (scrolled + point) * growth - point);

/**
 * The nodes and the end of a way, as the fragment of a link has them: `#path=0,3,-4&v=VERSION`; none for other rules.
 * @param {string} fragment
 * @param {string | undefined} version
 */
export const pathIn = (fragment, version) => {
  const state = readState(fragment);
  return state.get('v') === version ? (state.get('path') ?? '').split(',').filter(Boolean) : [];
};

/** The root of a file of ours, which has no script. @param {string} address @returns {Promise<SVGSVGElement | undefined>} */
const drawingAt = (address) => new Promise((resolve) => {
  // A document comes without text being read as one, which Trusted Types would ask for.
  const request = new XMLHttpRequest();
  request.open('GET', address);
  request.responseType = 'document';
  request.onload = () => resolve(/** @type {any} */ (request.responseXML?.documentElement));
  request.onerror = () => resolve(undefined);
  request.send();
});

class Picture {
  size = 1;
  /** Pointers that are down, by their ids. @type {Map<number, PointerEvent>} */
  #pointers = new Map();
  #hasMoved = false;

  /** @param {HTMLElement} element @param {HTMLElement} frame @param {SVGSVGElement} drawing */
  constructor(element, frame, drawing) {
    this.element = element;
    this.frame = frame;
    this.drawing = drawing;
    this.width = Number(drawing.getAttribute('width'));
    this.whole = bounded(Math.min(1, frame.clientWidth / this.width));
  }

  connect() {
    const { frame } = this;
    for (const button of this.element.querySelectorAll('button')) {
      button.addEventListener('click', () => this.#do(button.dataset.do));
    }
    frame.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const does = { '+': 'in', '=': 'in', '-': 'out', 0: 'fit' }[event.key];
      if (does) {
        event.preventDefault();
        this.#do(does);
      }
    });
    frame.addEventListener('wheel', (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      this.#resize(this.size * (event.deltaY < 0 ? STEP : 1 / STEP), event);
    }, { passive: false });
    frame.addEventListener('pointerdown', (event) => this.#pointers.set(event.pointerId, event));
    frame.addEventListener('pointermove', (event) => this.#move(event));
    for (const end of ['pointerup', 'pointercancel', 'pointerleave']) {
      frame.addEventListener(end, (event) => this.#pointers.delete(/** @type {PointerEvent} */ (event).pointerId));
    }
    // What ends a drag is no click.
    frame.addEventListener('click', (event) => { if (this.#hasMoved) event.preventDefault(); }, { capture: true });
    frame.addEventListener('dragstart', (event) => event.preventDefault());
    // Words that are too small to read help nobody; the rest of the picture is scrolled to.
    this.#resize(Math.max(this.whole, 0.75));
    this.#mark();
    addEventListener('hashchange', () => this.#mark());
  }

  /** @param {string | undefined} what */
  #do(what) {
    this.#resize(what === 'fit' ? this.whole : this.size * (what === 'in' ? STEP : 1 / STEP));
  }

  /** @param {number} size @param {{ clientX: number, clientY: number }} [at]  the middle of the frame if there is no point */
  #resize(size, at) {
    const { frame, drawing } = this;
    const next = bounded(size);
    const growth = next / this.size;
    const box = frame.getBoundingClientRect();
    const point = at ? [at.clientX - box.left, at.clientY - box.top] : [frame.clientWidth / 2, frame.clientHeight / 2];
    const scrolled = [frame.scrollLeft, frame.scrollTop].map((each, axis) => scrolledTo(each, point[axis], growth));
    this.size = next;
    drawing.style.inlineSize = `${Math.round(this.width * next)}px`;
    [frame.scrollLeft, frame.scrollTop] = scrolled;
  }

  /** One mouse moves the picture; two fingers resize it. One finger scrolls, which the browser does. @param {PointerEvent} event */
  #move(event) {
    const before = this.#pointers.get(event.pointerId);
    if (!before) {
      this.#hasMoved = false;
      return;
    }
    const other = [...this.#pointers.values()].find(({ pointerId }) => pointerId !== event.pointerId);
    if (other) {
      /** @param {PointerEvent} one */
      const distance = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
      this.#resize(this.size * distance(event) / Math.max(1, distance(before)), event);
    } else if (event.pointerType === 'mouse') {
      this.frame.scrollLeft -= event.clientX - before.clientX;
      this.frame.scrollTop -= event.clientY - before.clientY;
      this.#hasMoved ||= event.clientX !== before.clientX || event.clientY !== before.clientY;
    }
    this.#pointers.set(event.pointerId, event);
  }

  /** The way of the reader who came from a result. */
  #mark() {
    const path = pathIn(location.hash, this.element.dataset.version);
    const ways = new Set(path.slice(1).map((place, index) => `${path[index]} ${place}`));
    for (const each of this.element.querySelectorAll('[data-place], [data-way]')) {
      const { place, way } = /** @type {HTMLElement} */ (each).dataset;
      const isOn = way === undefined ? path.includes(place ?? '') : ways.has(way);
      each.classList.toggle('on-path', isOn);
    }
    const boxes = [...this.drawing.querySelectorAll('[data-place]')];
    const first = boxes.find((box) => box.classList.contains('on-path'));
    /** @type {HTMLElement} */ (this.element.querySelector('[data-path]')).hidden = !first;
    // Where everybody starts: the picture is wider than most windows.
    const [start, frame] = [first ?? boxes[0], this.frame].map((each) => each?.getBoundingClientRect());
    if (start && frame) this.frame.scrollBy(start.left + start.width / 2 - frame.left - frame.width / 2, start.top - frame.top - 24);
  }
}

define('picture', async (element) => {
  const frame = /** @type {HTMLElement} */ (element.querySelector('.picture-frame'));
  const link = /** @type {HTMLAnchorElement} */ (frame.querySelector('a'));
  const drawing = await drawingAt(link.href);
  if (!drawing) return element.querySelector('.picture-tools')?.remove();
  const shown = document.importNode(drawing, true);
  // In a page it is a group of links, whose addresses are those of the file.
  shown.setAttribute('role', 'group');
  shown.setAttribute('aria-label', frame.getAttribute('aria-label') ?? '');
  for (const each of shown.querySelectorAll('a')) {
    each.setAttribute('href', new URL(each.getAttribute('href') ?? '', link.href).href);
  }
  link.replaceWith(shown);
  new Picture(element, frame, shown).connect();
});
