// A draft beside its text: jumping between a value and its words, keys, focus after a decision. Forms work without it.
(() => {
  "use strict";
  const KEYS_OFF = "nhipcau-draft-keys-off";
  const board = () => document.getElementById("draft");
  const paper = () => document.getElementById("paper-text");
  const values = () => [...document.querySelectorAll("#draft .value")];
  const reduced = window.matchMedia("(prefers-reduced-motion: reduce)");
  let at = "";          // key of the value that the reader is on
  let next = null;      // what takes the focus after the answer: {key, step}
  let marked = null;    // words marked in the text: {quote, start}

  const valueOf = (key) => document.getElementById(`value-${key}`);
  const glide = () => (reduced.matches ? "auto" : "smooth");

  const light = (key) => {
    for (const mark of document.querySelectorAll("#paper-text mark"))
      mark.classList.toggle("is-current", mark.dataset.keys.split(" ").includes(key));
    for (const value of values()) value.classList.toggle("is-current", value.dataset.key === key);
  };
  const showWords = (key, behavior) => {
    const first = document.querySelector(`#paper-text mark.is-current`);
    const box = document.getElementById("paper");
    if (!first || !box) return null;
    if (box.scrollHeight > box.clientHeight + 4 && getComputedStyle(box).overflowY !== "visible") {
      const from = first.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
      box.scrollTo({ top: Math.max(0, from - box.clientHeight / 3), behavior });
    }
    return first;
  };
  const go = (key, { focus = true, scroll = true } = {}) => {
    const value = valueOf(key);
    if (!value) return;
    at = key;
    light(key);
    if (focus) value.focus({ preventScroll: true });
    if (scroll) value.scrollIntoView({ block: "nearest", behavior: glide() });
    showWords(key, glide());
  };
  const step = (by) => {
    const all = values();
    if (!all.length) return;
    const here = all.findIndex((value) => value.dataset.key === at);
    const to = here < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, here + by));
    go(all[to].dataset.key);
  };
  const toWords = (key) => {
    at = key;
    light(key);
    const first = showWords(key, glide());
    if (!first) return;
    first.querySelector("a").focus({ preventScroll: true });
    first.scrollIntoView({ block: "nearest", behavior: glide() });
  };

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target?.closest("#draft")) return;
    const jump = target.closest("[data-jump]");
    if (jump) { event.preventDefault(); toWords(jump.closest(".value").dataset.key); return; }
    const mark = target.closest("#paper-text mark");
    if (mark) {
      if (target.closest("a")) event.preventDefault();
      if (!window.getSelection().isCollapsed) return;
      // Words that several values rest on: each click goes to the next of them.
      const keys = mark.dataset.keys.split(" ");
      go(keys[(keys.indexOf(at) + 1) % keys.length]);
      return;
    }
    const value = target.closest(".value");
    if (value && !target.closest("a, button, input, select, textarea, label")) go(value.dataset.key, { scroll: false });
  });
  document.addEventListener("focusin", (event) => {
    const value = event.target instanceof Element ? event.target.closest("#draft .value") : null;
    if (value && value.dataset.key !== at) { at = value.dataset.key; light(at); showWords(at, glide()); }
  });

  // Words marked in the text, counted in code points as the office counts them.
  document.addEventListener("selectionchange", () => {
    const selection = window.getSelection();
    const text = paper();
    if (!selection.rangeCount || selection.isCollapsed || !text) return;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const raw = range.toString();
    const quote = raw.trim();
    if (!quote) return;
    const lead = raw.length - raw.trimStart().length;
    marked = { quote, start: [...(before.toString() + raw.slice(0, lead))].length };
    for (const field of document.querySelectorAll("#draft [data-quote]")) {
      field.value = quote;
      field.closest("form").elements.start.value = marked.start;
    }
  });

  document.addEventListener("htmx:configRequest", (event) => {
    const source = event.detail.elt;
    if (!source.closest("#draft")) return;
    const fresh = document.querySelector("#draft-bar input[name=version]");
    if (fresh && event.detail.verb === "post") event.detail.parameters.version = fresh.value;
    if ((source.matches("[data-from-selection]") || source.dataset.adds) && marked) {
      event.detail.parameters.quote = marked.quote;
      event.detail.parameters.start = String(marked.start);
    }
  });
  // After a decision the focus stays on the value, or goes to the next one that waits.
  document.addEventListener("htmx:afterSettle", (event) => {
    const fresh = document.querySelector("#draft-bar input[name=version]");
    if (fresh) for (const field of document.querySelectorAll("#draft form input[name=version]")) field.value = fresh.value;
    const wrong = document.querySelector("#draft [data-mistakes]");
    if (wrong) { wrong.focus(); return; }
    const told = document.getElementById("draft-error");
    if (told && event.detail.elt.id === "draft") { told.focus(); next = null; return; }
    const opened = event.detail.elt.querySelector?.(".value__form :is(input, select, textarea):not([type=hidden])");
    if (opened) { opened.focus(); light(at); return; }
    if (!next || !board()?.contains(event.detail.elt)) { if (at) light(at); return; }
    const { key, on } = next;
    next = null;
    const all = values();
    const here = all.findIndex((value) => value.dataset.key === key);
    const waits = on ? all.slice(here + 1).find((value) => value.dataset.decision === "pending") : null;
    go((waits ?? all[here])?.dataset.key ?? at);
  });

  const press = (value, what, on) => {
    const control = value?.querySelector(`[data-do="${what}"]`);
    if (!control) {
      // Already decided: a key that decides goes on to what still waits.
      if (on) { const all = values(); const waits = all.slice(all.indexOf(value) + 1).find((one) => one.dataset.decision === "pending"); if (waits) go(waits.dataset.key); }
      return;
    }
    if (what !== "e" && what !== "Escape") next = { key: value.dataset.key, on };
    control.click();
  };
  document.addEventListener("click", (event) => {
    const control = event.target instanceof Element ? event.target.closest("#draft .value [data-do]") : null;
    // A click with the mouse leaves the reader where he is; a key goes on.
    if (control && !next && ["a", "r", "u"].includes(control.dataset.do))
      next = { key: control.closest(".value").dataset.key, on: false };
    const save = event.target instanceof Element ? event.target.closest("#draft .value__form [type=submit]") : null;
    if (save) { const value = save.closest(".value"); if (value) next = { key: value.dataset.key, on: false }; }
  }, true);

  const typing = (node) => node instanceof Element && node.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !board() || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape" && event.target instanceof Element && event.target.closest(".value__form")) {
      const value = event.target.closest(".value");
      if (value) next = { key: value.dataset.key, on: false };
      event.target.closest(".value__form").querySelector('[data-do="Escape"]')?.click();
      return;
    }
    if (typing(event.target) || localStorage.getItem(KEYS_OFF)) return;
    const inValue = event.target instanceof Element && event.target.closest(".value");
    const value = valueOf(at);
    const bar = (what) => board().querySelector(`#draft-bar [data-do="${what}"]`);
    const does = {
      j: () => step(1), k: () => step(-1),
      a: () => press(value, "a", true), r: () => press(value, "r", true),
      e: () => press(value, "e"), u: () => press(value, "u", false),
      A: () => bar("A")?.click(), c: () => bar("c")?.click(), n: () => bar("n")?.click(),
      g: () => (event.target.closest?.("#paper-text") ? go(at) : toWords(at)),
      "?": () => document.getElementById("keys")?.showModal(),
      ...(inValue || event.target === document.body ? { ArrowDown: () => step(1), ArrowUp: () => step(-1) } : {}),
    }[event.key];
    if (does) { event.preventDefault(); does(); }
  });

  const toggle = document.getElementById("keys-on");
  if (toggle) {
    toggle.checked = !localStorage.getItem(KEYS_OFF);
    toggle.addEventListener("change", () => (toggle.checked ? localStorage.removeItem(KEYS_OFF) : localStorage.setItem(KEYS_OFF, "1")));
  }
  document.getElementById("draft-error")?.focus();
  const asked = location.hash.match(/^#value-(.+)$/)?.[1];
  if (asked && valueOf(asked)) go(asked);
})();
