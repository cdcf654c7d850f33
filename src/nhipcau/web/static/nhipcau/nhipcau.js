// Small habits of every page: theme, menus, dialogs, search key, messages. No framework, nothing inline.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  // Words that were drawn before a fallback font came stay empty boxes in Chromium until their style changes.
  document.fonts?.addEventListener("loadingdone", () => root.classList.add("fonts-came"));
  const YEAR = 365 * 24 * 3600;

  const setTheme = (theme) => {
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `nhipcau_theme=${theme}; Max-Age=${YEAR}; Path=/; SameSite=Lax${secure}`;
    for (const button of document.querySelectorAll("[data-theme-choice]"))
      button.setAttribute("aria-pressed", String(button.value === theme));
  };

  const closeMenus = (except) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) if (menu !== except) menu.open = false;
  };

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target) return;
    closeMenus(target.closest("details.menu"));

    const theme = target.closest("[data-theme-choice]");
    if (theme) { event.preventDefault(); setTheme(theme.value); return; }

    const toggle = target.closest("[data-toggle]");
    if (toggle) {
      const panel = document.getElementById(toggle.dataset.toggle);
      const open = panel.toggleAttribute("data-open");
      toggle.setAttribute("aria-expanded", String(open));
      return;
    }
    const opener = target.closest("[data-dialog]");
    if (opener) { event.preventDefault(); document.getElementById(opener.dataset.dialog)?.showModal(); return; }
    if (target.closest("[data-close]")) {
      target.closest("dialog")?.close();
      target.closest(".message")?.remove();
    }
  });

  // A click on the backdrop closes a dialog: the dialog itself is then the target.
  document.addEventListener("mousedown", (event) => {
    if (event.target instanceof HTMLDialogElement && event.target.open) {
      const box = event.target.getBoundingClientRect();
      const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
      if (!inside) event.target.close();
    }
  });

  const typing = (node) => node instanceof Element && node.closest("input, textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const open = document.querySelector("details.menu[open]");
      if (open) { open.open = false; open.querySelector("summary")?.focus(); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "/") {
      const search = document.getElementById("search");
      if (search) { event.preventDefault(); search.focus(); search.select(); }
    }
  });

  // Selects and dates of a filter bar answer at once; text waits for Enter or the button.
  document.addEventListener("change", (event) => {
    const form = event.target instanceof Element ? event.target.closest("form[data-auto]") : null;
    if (form && event.target.matches("select, input[type=checkbox], input[type=radio], input[type=date]")) form.requestSubmit();
  });

  // How many files were chosen, in the page's language.
  document.addEventListener("change", (event) => {
    const chooser = event.target instanceof HTMLInputElement ? event.target.closest("[data-chooser]") : null;
    if (!chooser || chooser.closest("[data-drop]")) return;
    const files = [...event.target.files];
    const { none, many } = chooser.dataset;
    chooser.querySelector("[data-chosen]").textContent =
      files.length === 0 ? none : files.length === 1 ? files[0].name : `${many} ${files.length}`;
  });

  // Empty fields do not make the address long.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    if (form.method === "get")
      for (const field of form.elements) if (field.name && field.value === "" && field.type !== "submit") field.disabled = true;
    if (form.dataset.confirm && !window.confirm(form.dataset.confirm)) event.preventDefault();
  });
  window.addEventListener("pageshow", () => {
    for (const field of document.querySelectorAll("form[method=get] :disabled")) field.disabled = false;
  });

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelector("[data-mistakes]")?.focus();
    document.querySelector("dialog[data-open]")?.showModal();
  });
})();
