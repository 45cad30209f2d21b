/// What runs in every previewed page. Not part of the theme: nothing of it is published.
let previewScript = #"""
    // @ts-check
    "use strict";
    // Reloads the page when the site has changed, keeps what the reader had done, and shows errors over the page.
    (() => {
      const script = /** @type {HTMLScriptElement} */ (document.currentScript);
      const version = script.dataset.version;
      const key = `waymark-preview:${location.pathname}`;
      const controls = () => [...document.querySelectorAll("input, select, textarea")];
      const folds = () => [...document.querySelectorAll("details")];

      /** Keeps the place on the page and what is filled in; a questionnaire's answers stand in the fragment, which stays. */
      function reload() {
        // A version of the page that was too short for the place keeps it for the next one.
        const isAsLeft = kept && scrollX === kept.reached.x && scrollY === kept.reached.y;
        const state = {
          ...(isAsLeft ? kept.wanted : { x: scrollX, y: scrollY }), open: folds().map((fold) => fold.open),
          values: controls().map((field) => [field.name || field.id, field.checked, field.value]),
        };
        // Until a page is as the last one was left, what was kept of that one stays kept.
        if (isRestored) try { sessionStorage.setItem(key, JSON.stringify(state)); } catch { /* A full store costs only the place. */ }
        location.reload();
      }

      let isRestored = false;
      /** Where the page was to be, and how far it came. */
      let kept = null;

      function restore() {
        isRestored = true;
        let state = null;
        try { state = JSON.parse(sessionStorage.getItem(key) ?? "null"); sessionStorage.removeItem(key); } catch { return; }
        if (!state) return;
        folds().forEach((fold, number) => { if (number in state.open) fold.open = state.open[number]; });
        controls().forEach((field, number) => {
          const [name, checked, value] = state.values[number] ?? [];
          if (name !== (field.name || field.id) || (field.checked === checked && field.value === value)) return;
          if (field.type === "file") return;
          field.value = value;
          field.checked = checked;
          for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
        });
        hold(state.x, state.y);
        kept = { wanted: { x: state.x, y: state.y }, reached: { x: scrollX, y: scrollY } };
      }

      /** Scrolls there, and again if the browser then goes where it was itself, which it does some moments after the load. */
      function hold(x, y) {
        const scroll = () => scrollTo({ left: x, top: y, behavior: "instant" });
        const release = () => removeEventListener("scroll", scroll);
        scroll();
        addEventListener("scroll", scroll);
        for (const type of ["wheel", "touchstart", "pointerdown", "keydown"]) addEventListener(type, release, { once: true });
        setTimeout(release, 500);
      }

      /** @param {string} name @param {string} text @param {string} [className] */
      function element(name, text, className) {
        const made = document.createElement(name);
        made.textContent = text;
        if (className) made.className = className;
        return made;
      }

      /** A box of our own over the page, out of reach of the site's styles and of its script, which looks for `waymark-…`. */
      function box(role, label) {
        const host = document.createElement("preview-box");
        const root = host.attachShadow({ mode: "open" });
        const style = document.createElement("link");
        style.rel = "stylesheet";
        style.href = new URL("preview.css", script.src).href;
        const inner = document.createElement("section");
        inner.setAttribute("role", role);
        inner.setAttribute("aria-label", label);
        root.append(style, inner);
        document.body.append(host);
        const close = element("button", "Close");
        close.addEventListener("click", () => host.remove());
        inner.append(close);
        inner.addEventListener("keydown", (event) => { if (event.key === "Escape") host.remove(); });
        return { host, inner };
      }

      let overlay = null;
      let shown = "";

      function show(count, problems) {
        const text = JSON.stringify(problems);
        if (text === shown) return;
        shown = text;
        overlay?.remove();
        overlay = null;
        if (count === 0) return;
        const { host, inner } = box("alert", "Errors in the content");
        overlay = host;
        inner.className = "errors";
        inner.append(element("h2", count === 1 ? "The site has an error" : `The site has ${count} errors`));
        inner.append(element("p", "You see the last version without errors."));
        for (const problem of problems) {
          const item = document.createElement("article");
          const place = problem.line ? `${problem.file}:${problem.line}:${problem.column}` : problem.file ?? "";
          item.append(element("p", place, "place"), element("p", problem.message, "message"));
          for (const note of problem.notes) item.append(element("p", note));
          if (problem.help) item.append(element("p", problem.help, "help"));
          const rule = /** @type {HTMLAnchorElement} */ (element("a", problem.rule));
          rule.href = new URL(`rules/${problem.rule}`, script.src).href;
          item.append(rule);
          inner.append(item);
        }
        if (count > problems.length) inner.append(element("p", `and ${count - problems.length} more`));
      }

      let aside = null;

      /** Adds to the box at the side. @param {Element} item */
      function note(item) {
        if (!aside?.host.isConnected) {
          aside = box("note", "What readers do not see");
          aside.inner.className = "notes";
        }
        aside.inner.append(item);
      }

      function showNotes() {
        for (const text of JSON.parse(script.dataset.notes ?? "[]")) note(element("p", text));
      }

      /** Says which rows of its tables decided what a questionnaire shows: the server knows their places. */
      function watchResult() {
        const questionnaire = document.querySelector("waymark-questionnaire[src]");
        if (!questionnaire) return;
        let fragment = "";
        let shown = [];
        const look = async () => {
          if (fragment === location.hash) return;
          fragment = location.hash;
          const asked = fragment;
          for (const item of shown) item.remove();
          shown = [];
          // The button to close it is all that is left.
          if (aside?.inner.childElementCount === 1) aside.host.remove();
          const now = new Date();
          const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => `${part}`.padStart(2, "0")).join("-");
          const path = `rows/${day}/${location.pathname.split("/").at(-2)}/${encodeURIComponent(asked.slice(1))}`;
          const answer = await fetch(new URL(path, script.src)).catch(() => null);
          const rows = answer?.ok ? await answer.json() : [];
          if (asked !== location.hash) return;
          shown = rows.map(({ words, place, text }) => {
            const item = element("article", "", "row");
            item.append(element("p", words, "message"), element("p", place, "place"), element("code", text));
            return item;
          });
          shown.forEach(note);
        };
        // A step to the next question changes the address without an event, and the page after it.
        new MutationObserver(look).observe(questionnaire, { childList: true, subtree: true });
        look();
      }

      /** @type {EventSource | null} */
      let events = null;

      // A browser opens six connections to a server in all, so only pages in sight hold one.
      function listen() {
        if (document.visibilityState === "hidden") {
          events?.close();
          events = null;
        } else if (!events) {
          events = new EventSource(new URL("events", script.src).href);
          events.addEventListener("state", (event) => {
            const [state, ...problems] = event.data.split("\n").map((line) => JSON.parse(line));
            // A page about the state of the site goes by that, and says all that the box would say.
            const isAboutState = version.startsWith("state-");
            if (version !== (isAboutState ? state.state : state.version)) reload();
            else if (!isAboutState) show(state.errors, problems);
          });
        }
      }

      if (document.readyState === "complete") restore(); else addEventListener("load", restore);
      showNotes();
      watchResult();
      document.addEventListener("visibilitychange", listen);
      listen();
    })();

    """#
