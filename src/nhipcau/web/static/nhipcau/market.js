// The form of a need or an offer: concepts as one types, rows that come and go. Without the script every button sends the form.
(() => {
  "use strict";
  const PAUSE = 600;
  const combobox = (input, picked, options) => new window.NhipCau.Combobox(input, picked, options);

  const boxed = (input) => {
    const box = document.createElement("span");
    box.className = "combobox";
    input.before(box);
    box.append(input);
  };

  // A text field that offers words and stays free: places.
  const suggestText = (input) => {
    boxed(input);
    combobox(input, (option) => {
      input.value = option.dataset.title;
      input.dispatchEvent(new Event("change", { bubbles: true }));
      if (input.form?.matches("[data-auto]")) input.form.requestSubmit();
    }, { address: input.dataset.suggestText });
  };

  const enhanceForm = (form) => {
    const read = form.querySelector("#read");
    const text = form.querySelector("textarea[name=text]");
    const terms = form.querySelector("[data-terms]");
    const template = form.querySelector("#term-template");
    const said = form.querySelector("[data-terms-said]");
    const properties = new Map([...form.querySelectorAll("[data-properties] [data-code]")].map((one) => [one.dataset.code, one.dataset]));
    const more = form.querySelector("[data-add-concept]");
    let counter = terms.children.length;
    let timer;
    let last = "";

    const ask = () => {
      const now = `${form.elements.kind?.value}\n${form.elements.title.value}\n${text.value}\n${form.elements.language.value}`;
      if (now === last) return;
      last = now;
      window.htmx.trigger(read, "read");
    };
    const askSoon = () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); };
    for (const name of ["text", "title"]) form.elements[name].addEventListener("input", askSoon);
    for (const one of form.querySelectorAll("[name=kind], [name=language]")) one.addEventListener("change", ask);

    // A screen reader hears how much was found, not every chip again with each word that is typed.
    const heard = form.querySelector("[data-read-said]");
    read.addEventListener("htmx:afterSwap", () => {
      heard.textContent = [...read.querySelectorAll("legend, h3, .message__text")].map((one) => one.textContent.trim()).join(". ");
    });

    // How long the text is, once it comes near the limit.
    const length = form.querySelector("[data-length]");
    const count = () => {
      const most = Number(length.dataset.most);
      length.hidden = text.value.length < most * 0.8;
      length.textContent = `${text.value.length.toLocaleString(document.documentElement.lang)} ${length.dataset.words} ${most.toLocaleString(document.documentElement.lang)}`;
    };
    text.addEventListener("input", count);
    count();

    // A row offers the units and words of its property, and the properties of the kind.
    const kindNow = () => form.querySelector("[name=kind]:checked")?.value ?? "";
    const dress = (term) => {
      const select = term.querySelector("[data-property]");
      const value = term.querySelector("[data-value]");
      const unit = term.querySelector("[data-unit]");
      const known = properties.get(select.value);
      const kind = kindNow();
      for (const option of select.options) {
        const kinds = properties.get(option.value)?.kinds.split(" ");
        option.hidden = Boolean(kind && kinds && !kinds.includes(kind) && !option.selected);
      }
      unit.setAttribute("list", known ? `units-${select.value}` : "");
      const measured = !known || known.form === "figure" || known.form === "distance";
      term.querySelector(".term__unit").toggleAttribute("data-off", !measured);
      term.querySelector("[data-on]").toggleAttribute("data-off", select.value !== "price");
      value.type = known?.form === "day" && (!value.value || /^\d{4}-\d{2}-\d{2}$/.test(value.value)) ? "date" : "text";
      value.inputMode = known?.form === "figure" || known?.form === "distance" ? "decimal" : "text";
      if (document.getElementById(`words-${select.value}`)) value.setAttribute("list", `words-${select.value}`);
      else value.removeAttribute("list");
      const comparison = term.querySelector("[data-comparison]");
      if (comparison && known) {
        const listed = known.form === "list";
        for (const option of comparison.options) {
          const asksAList = option.value.startsWith("has");
          option.hidden = Boolean(option.value) && asksAList !== listed && !(listed && select.value === "language") && !option.selected;
        }
      }
      if (known?.facets && !value.dataset.boxed) {
        value.dataset.boxed = "yes";
        boxed(value);
        combobox(value, (option) => { value.value = option.dataset.title; }, {
          address: more.dataset.addConcept,
          query: () => (properties.get(select.value)?.facets ?? "").split(" ").filter(Boolean).map((facet) => `&facet=${facet}`).join(""),
          wanted: () => Boolean(properties.get(select.value)?.facets),
        });
      }
    };
    const dressAll = () => terms.querySelectorAll("[data-term]").forEach(dress);

    const addTerm = (filled) => {
      const most = Number(form.dataset.mostTerms);
      if (terms.children.length >= most) return null;
      counter += 1;
      const holder = document.createElement("div");
      holder.append(template.content.cloneNode(true));
      holder.innerHTML = holder.innerHTML.replaceAll("__n__", String(counter));
      const term = holder.firstElementChild;
      terms.append(term);
      if (filled) fill(term, filled);
      dress(term);
      return term;
    };
    const fill = (term, data) => {
      term.querySelector("[data-property]").value = data.property;
      term.querySelector("[data-value]").value = data.value;
      term.querySelector("[data-unit]").value = data.unit;
      for (const name of ["comparison", "must", "denied"]) {
        const part = term.querySelector(`[data-${name}]`);
        if (part) part.value = data[name] ?? "";
      }
    };
    const firstEmpty = () => [...terms.querySelectorAll("[data-term]")].find(
      (one) => !one.querySelector("[data-property]").value && !one.querySelector("[data-value]").value);
    const take = (button) => {
      const term = firstEmpty() ?? addTerm();
      if (!term) return;
      fill(term, button.dataset);
      dress(term);
      said.textContent = button.getAttribute("aria-label") ?? "";
      button.closest("li")?.remove();
    };

    form.addEventListener("click", (event) => {
      const target = event.target instanceof Element ? event.target : null;
      if (!target) return;
      const one = target.closest("[data-take]");
      if (one) {
        event.preventDefault();
        const next = one.closest("li").nextElementSibling?.querySelector("button");
        take(one);
        (next ?? text).focus();
        return;
      }
      if (target.closest("[data-take-all]")) {
        event.preventDefault();
        form.querySelectorAll("[data-take]").forEach(take);
        target.closest("[data-take-all]").remove();
        terms.focus();
        return;
      }
      if (target.closest("[data-more-terms]")) {
        event.preventDefault();
        addTerm()?.querySelector("select").focus();
        return;
      }
      const gone = target.closest("[data-remove-term]")?.closest("[data-term]");
      if (gone) {
        const near = gone.nextElementSibling ?? gone.previousElementSibling;
        gone.remove();
        (near?.querySelector("select") ?? form.querySelector("[data-more-terms]")).focus();
      }
    });
    form.addEventListener("change", (event) => {
      if (event.target.matches("[data-property]")) dress(event.target.closest("[data-term]"));
      if (event.target.matches("[name=kind]")) dressAll();
    });

    // A concept from the list becomes a chip at once.
    boxed(more);
    combobox(more, (option) => {
      for (const name of ["named", "kept", "added"]) {
        const field = document.createElement("input");
        Object.assign(field, { type: "hidden", name, value: option.dataset.id });
        read.append(field);
      }
      more.value = "";
      window.htmx.trigger(read, "read");
    }, { address: more.dataset.addConcept });

    dressAll();

    // A page with words in it is not left by accident.
    const written = () => JSON.stringify([...new FormData(form)].filter(([name]) => !["csrfmiddlewaretoken", "named", "kept"].includes(name)));
    const fresh = written();
    let sent = false;
    form.addEventListener("submit", () => { sent = true; });
    window.addEventListener("beforeunload", (event) => {
      if (!sent && written() !== fresh) event.preventDefault();
    });
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("input[data-suggest-text]").forEach(suggestText);
    document.querySelectorAll("[data-record]").forEach((form) => {
      const list = () => form.elements.unit.setAttribute("list", form.elements.property.value ? `units-${form.elements.property.value}` : "");
      form.elements.property.addEventListener("change", list);
      list();
    });
    document.querySelectorAll("[data-market-form]").forEach(enhanceForm);
  });
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-print]")) window.print();
  });
})();
