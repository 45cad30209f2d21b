// @ts-check
"use strict";
/**
 * Runs on every page of the preview: reloads it when the site has changed, keeps what the reader had done, and shows errors and
 * notes over the page. Its markup and its words are in the `<template>` behind its own element.
 */
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const boxes = /** @type {HTMLTemplateElement} */ (script.nextElementSibling).content;
  const version = script.dataset.version ?? "";
  const key = `waymark-preview:${location.pathname}`;

  /** @typedef {HTMLInputElement | HTMLTextAreaElement} Control A list has no `checked`, which then stays undefined. */
  const controls = () => /** @type {Control[]} */ ([...document.querySelectorAll("input, select, textarea")]);
  const folds = () => [...document.querySelectorAll("details")];
  const checked = (/** @type {Control} */ control) => ("checked" in control ? control.checked : undefined);

  let isRestored = false;
  /** Where the page was to be, and how far it came. @type {{ wanted: { x: number, y: number }, reached: { x: number, y: number } } | null} */
  let kept = null;

  /** Keeps the place on the page and what is filled in; a questionnaire's answers are in the fragment, which stays. */
  function reload() {
    // A version of the page that was too short for the place keeps it for the next one.
    const place = kept && scrollX === kept.reached.x && scrollY === kept.reached.y ? kept.wanted : { x: scrollX, y: scrollY };
    const state = {
      ...place, open: folds().map((fold) => fold.open),
      values: controls().map((control) => [control.name || control.id, checked(control), control.value]),
    };
    // Until a page is as the last one was left, what was kept of that one stays kept.
    if (isRestored) try { sessionStorage.setItem(key, JSON.stringify(state)); } catch { /* A full store costs only the place. */ }
    location.reload();
  }

  function restore() {
    isRestored = true;
    let state = null;
    try { state = JSON.parse(sessionStorage.getItem(key) ?? "null"); sessionStorage.removeItem(key); } catch { return; }
    if (!state) return;
    folds().forEach((fold, number) => { if (number in state.open) fold.open = state.open[number]; });
    controls().forEach((control, number) => {
      const [name, wasChecked, value] = state.values[number] ?? [];
      if (name !== (control.name || control.id) || control.type === "file") return;
      if (checked(control) === wasChecked && control.value === value) return;
      control.value = value;
      if ("checked" in control) control.checked = wasChecked;
      // What listens to the control learns of it as if the reader had typed.
      for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
    });
    hold(state.x, state.y);
    kept = { wanted: { x: state.x, y: state.y }, reached: { x: scrollX, y: scrollY } };
  }

  /** Scrolls there, and again if the browser then goes where it was itself, which it does some moments after the load. @param {number} x @param {number} y */
  function hold(x, y) {
    const scroll = () => scrollTo({ left: x, top: y, behavior: "instant" });
    const release = () => removeEventListener("scroll", scroll);
    scroll();
    addEventListener("scroll", scroll);
    for (const type of ["wheel", "touchstart", "pointerdown", "keydown"]) addEventListener(type, release, { once: true });
    setTimeout(release, 500);
  }

  /** A copy of what the template has at a selector. @param {string} selector */
  function copy(selector) {
    return /** @type {HTMLElement} */ (/** @type {Element} */ (boxes.querySelector(selector)).cloneNode(true));
  }

  /** Fills in a part of a copy. @param {Element} element @param {string} selector @param {string} text */
  function fill(element, selector, text) {
    const part = element.querySelector(selector);
    if (part) part.textContent = text;
  }

  /** A box of our own over the page, out of reach of the site's styles and of its script, which looks for `waymark-…`. @param {string} selector */
  function open(selector) {
    const host = document.createElement("preview-box");
    const root = host.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = new URL("preview.css", script.src).href;
    const inner = copy(selector);
    // Patterns, of which there may be none in the box or many.
    for (const pattern of inner.querySelectorAll("article")) pattern.remove();
    root.append(style, inner);
    document.body.append(host);
    inner.querySelector("button")?.addEventListener("click", () => host.remove());
    inner.addEventListener("keydown", (event) => { if (event.key === "Escape") host.remove(); });
    return { host, inner };
  }

  /** @typedef {{ rule: string, message: string, file?: string, line?: number, column?: number, notes: string[], help?: string }} Problem */

  /** @param {Problem} problem */
  function finding(problem) {
    const item = copy(".errors article");
    fill(item, ".place", problem.line ? `${problem.file}:${problem.line}:${problem.column}` : problem.file ?? "");
    fill(item, ".message", problem.message);
    const pattern = /** @type {Element} */ (item.querySelector(".note"));
    for (const text of [...problem.notes, ...problem.help ? [problem.help] : []]) {
      const line = /** @type {Element} */ (pattern.cloneNode());
      line.textContent = text;
      pattern.before(line);
    }
    pattern.remove();
    const rule = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
    rule.textContent = problem.rule;
    rule.href = new URL(`rules/${problem.rule}`, script.src).href;
    return item;
  }

  /** @type {HTMLElement | null} */
  let overlay = null;
  let shown = "";

  /** @param {{ title: string, more: string }} words How many errors there are, and how many of them are not among the problems. @param {Problem[]} problems */
  function showErrors(words, problems) {
    const text = JSON.stringify([words.title, problems]);
    if (text === shown) return;
    shown = text;
    overlay?.remove();
    overlay = null;
    if (problems.length === 0) return;
    const { host, inner } = open(".errors");
    overlay = host;
    fill(inner, "h2", words.title);
    fill(inner, ".more", words.more);
    inner.querySelector(".more")?.before(...problems.map(finding));
  }

  /** @type {ReturnType<typeof open> | null} */
  let notes = null;

  /** The box at the side, which is there while it holds something. */
  function openNotes() {
    if (!notes?.host.isConnected) notes = open(".notes");
    return notes.inner;
  }

  /** Says which rows of its tables decided what a questionnaire shows: the server knows their places. */
  function watchResult() {
    const questionnaire = document.querySelector("waymark-questionnaire[src]");
    if (!questionnaire) return;
    let fragment = "";
    /** @type {HTMLElement[]} */
    let items = [];
    const look = async () => {
      if (fragment === location.hash) return;
      fragment = location.hash;
      const asked = fragment;
      for (const item of items) item.remove();
      items = [];
      if (!notes?.inner.querySelector("p")) notes?.host.remove();
      const now = new Date();
      const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => `${part}`.padStart(2, "0")).join("-");
      const path = `rows/${day}/${location.pathname.split("/").at(-2)}/${encodeURIComponent(asked.slice(1))}`;
      const response = await fetch(new URL(path, script.src)).catch(() => null);
      /** @type {{ words: string, place: string, text: string }[]} */
      const rows = response?.ok ? await response.json() : [];
      if (asked !== location.hash) return;
      items = rows.map(({ words, place, text }) => {
        const item = copy(".notes article");
        fill(item, ".message", words);
        fill(item, ".place", place);
        fill(item, "code", text);
        return item;
      });
      if (items.length > 0) openNotes().append(...items);
    };
    // A step to the next question changes the address without an event, and the page after it.
    new MutationObserver(look).observe(questionnaire, { childList: true, subtree: true });
    look();
  }

  /** @type {EventSource | null} */
  let events = null;

  /** A browser opens six connections to a server in all, so only pages in sight hold one. */
  function listen() {
    if (document.visibilityState === "hidden") {
      events?.close();
      events = null;
    } else if (!events) {
      events = new EventSource(new URL("events", script.src).href);
      events.addEventListener("state", (event) => {
        const [state, ...problems] = event.data.split("\n").map((/** @type {string} */ line) => JSON.parse(line));
        // A page about the state of the site goes by that, and says all that the box would say.
        const isAboutState = version.startsWith("state-");
        if (version !== (isAboutState ? state.state : state.version)) reload();
        else if (!isAboutState) showErrors(state, problems);
      });
    }
  }

  if (document.readyState === "complete") restore(); else addEventListener("load", restore);
  if (boxes.querySelector(".notes > p")) openNotes();
  watchResult();
  document.addEventListener("visibilitychange", listen);
  listen();
})();
