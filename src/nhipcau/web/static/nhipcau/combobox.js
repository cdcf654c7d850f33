// Names as one types them: a list under a text field, for the keyboard, the mouse and a screen reader alike.
// Without the script a field stays what it is: a select, check boxes, or the search of the page.
(() => {
  "use strict";
  const PAUSE = 120;
  let counter = 0;

  class Combobox {
    constructor(input, picked, { address, firstOptions = () => [], query = () => "", wanted = () => true }) {
      this.input = input;
      this.picked = picked;
      this.address = address;
      this.firstOptions = firstOptions;
      this.query = query;
      this.wanted = wanted;
      this.list = document.createElement("ul");
      this.list.id = `combobox-${++counter}`;
      this.list.className = "combobox__list";
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", input.getAttribute("aria-label") || input.labels?.[0]?.textContent.trim() || "");
      this.list.hidden = true;
      this.asked = "";
      this.number = 0;
      for (const [name, value] of Object.entries({
        role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": this.list.id, autocomplete: "off",
      })) input.setAttribute(name, value);
      input.after(this.list);
      input.addEventListener("input", () => { clearTimeout(this.timer); this.timer = setTimeout(() => this.ask(), PAUSE); });
      input.addEventListener("keydown", (event) => this.key(event));
      input.addEventListener("focus", () => this.first());
      input.addEventListener("blur", () => this.close());
      // A press on an option must not take the focus away before the click.
      this.list.addEventListener("mousedown", (event) => event.preventDefault());
      this.list.addEventListener("click", (event) => {
        const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
        if (option) this.pick(option);
      });
    }

    get options() { return [...this.list.querySelectorAll("[role=option]")]; }
    get active() { return this.list.querySelector("[aria-selected=true]"); }

    first() {
      if (this.input.value.trim() && !this.input.dataset.keep) return;
      const options = this.firstOptions();
      if (!options.length) return;
      this.list.replaceChildren(...options.map(({ id, title }) => {
        const item = document.createElement("li");
        item.setAttribute("role", "option");
        item.dataset.id = id;
        item.dataset.title = title;
        item.textContent = title;
        return item;
      }));
      this.show();
    }

    async ask() {
      const typed = this.input.value.trim();
      if (!this.wanted()) { this.close(); return; }
      if (!typed) { this.asked = ""; this.first(); if (!this.firstOptions().length) this.close(); return; }
      if (typed === this.asked && !this.list.hidden) return;
      const number = ++this.number;
      this.asked = typed;
      let answer;
      try {
        answer = await fetch(`${this.address}?q=${encodeURIComponent(typed.slice(0, 200))}${this.query()}`, { headers: { "HX-Request": "true" } });
      } catch { this.close(); return; }
      // A later question was asked meanwhile, or the field was left.
      if (number !== this.number || document.activeElement !== this.input) return;
      if (!answer.ok || answer.redirected) { this.close(); return; }
      this.list.innerHTML = await answer.text();
      if (number === this.number) this.show();
    }

    show() {
      this.options.forEach((option, at) => { option.id = `${this.list.id}-${at}`; option.setAttribute("aria-selected", "false"); });
      this.input.removeAttribute("aria-activedescendant");
      this.list.hidden = this.list.children.length === 0;
      this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    }

    close() {
      this.number += 1;
      this.list.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
      this.input.removeAttribute("aria-activedescendant");
    }

    move(step) {
      const { options, active } = this;
      if (!options.length) return;
      const at = options.indexOf(active);
      const next = at < 0 ? (step > 0 ? 0 : options.length - 1) : (at + step + options.length) % options.length;
      active?.setAttribute("aria-selected", "false");
      options[next].setAttribute("aria-selected", "true");
      options[next].scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", options[next].id);
    }

    pick(option) { this.close(); this.picked(option); }

    key(event) {
      if (event.isComposing) return;
      const open = !this.list.hidden;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (open) this.move(event.key === "ArrowDown" ? 1 : -1);
        else if (this.input.value.trim()) { this.asked = ""; this.ask(); } else this.first();
      } else if (event.key === "Enter" && open && this.active) {
        event.preventDefault();
        this.pick(this.active);
      } else if (event.key === "Enter" && open && this.input.dataset.keep) {
        event.preventDefault();
      } else if (event.key === "Escape" && open) {
        event.preventDefault();
        event.stopPropagation();
        this.close();
      }
    }
  }

  // Pages with fields of their own kind make theirs with it.
  window.NhipCau = { Combobox };

  // A select of organisations: a text field stands in its place, and any organisation may be chosen.
  const enhanceSelect = (select) => {
    const input = document.createElement("input");
    const chosen = () => select.selectedOptions[0];
    const shown = () => (select.value ? chosen()?.textContent ?? "" : "");
    input.type = "text";
    input.value = shown();
    input.dataset.keep = "yes";
    input.placeholder = select.dataset.placeholder ?? "";
    input.setAttribute("aria-label", document.querySelector(`label[for="${select.id}"]`)?.textContent.trim() ?? "");
    for (const name of ["aria-describedby", "aria-invalid"]) if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
    const box = document.createElement("span");
    box.className = "combobox";
    select.before(box);
    box.append(input);
    document.querySelector(`label[for="${select.id}"]`)?.addEventListener("click", () => input.focus());
    select.hidden = true;
    new Combobox(input, (option) => {
      const { id, title } = option.dataset;
      if (![...select.options].some((one) => one.value === id)) select.add(new Option(title, id));
      select.value = id;
      input.value = shown();
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }, {
      address: select.dataset.organisations,
      firstOptions: () => [...select.options].filter((one) => one.value).map((one) => ({ id: one.value, title: one.textContent })),
    });
    input.addEventListener("focus", () => input.select());
    // An emptied field chooses nobody; half a name chooses what was chosen before.
    input.addEventListener("blur", () => { if (!input.value.trim()) select.value = ""; input.value = shown(); });
  };

  // Check boxes of organisations: a text field below adds one more.
  const enhanceBoxes = (boxes) => {
    const input = document.createElement("input");
    input.type = "text";
    input.dataset.keep = "yes";
    input.placeholder = boxes.dataset.placeholder ?? "";
    input.setAttribute("aria-label", boxes.dataset.placeholder ?? "");
    const box = document.createElement("span");
    box.className = "combobox";
    box.append(input);
    boxes.after(box);
    new Combobox(input, (option) => {
      const { id, title } = option.dataset;
      const known = [...boxes.querySelectorAll("input")].find((one) => one.value === id);
      if (known) known.checked = true;
      else {
        const label = document.createElement("label");
        label.className = "choice";
        const check = document.createElement("input");
        Object.assign(check, { type: "checkbox", name: boxes.dataset.name, value: id, checked: true });
        label.append(check, ` ${title}`);
        boxes.append(label);
      }
      input.value = "";
    }, { address: boxes.dataset.organisations });
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("select[data-organisations]").forEach(enhanceSelect);
    document.querySelectorAll("[data-organisations-list]").forEach((boxes) => {
      boxes.dataset.organisations = boxes.dataset.organisationsList;
      enhanceBoxes(boxes);
    });
    const search = document.querySelector("input[data-suggest]");
    if (search) new Combobox(search, (option) => { location.href = option.dataset.href; }, { address: search.dataset.suggest });
  });
})();
