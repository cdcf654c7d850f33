// A doubtful pair: single keys decide it or go to its neighbours. The buttons and links work without it.
(() => {
  "use strict";
  const KEYS_OFF = "nhipcau-draft-keys-off";
  const toggle = document.getElementById("keys-on");
  const off = () => Boolean(localStorage.getItem(KEYS_OFF));
  if (toggle) {
    toggle.checked = !off();
    toggle.addEventListener("change", () => (toggle.checked ? localStorage.removeItem(KEYS_OFF) : localStorage.setItem(KEYS_OFF, "1")));
  }
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || off()) return;
    const target = event.target instanceof Element ? event.target : null;
    // A radio button moves by arrows itself; what is typed is typed.
    if (target?.closest("input, select, textarea, [contenteditable], dialog[open]")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const control = key === "u"
      ? document.querySelector("#messages form button")
      : document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!control) return;
    event.preventDefault();
    control.click();
  });
})();
