// The drop zone: each file is sent on its own, and each gets its line. Without this script one form sends them all.
(() => {
  "use strict";
  const form = document.querySelector("form[data-drop]");
  if (!form || !window.DataTransfer || !window.fetch) return;
  const zone = form.querySelector(".drop__zone");
  const chooser = form.querySelector("input[type=file]");
  const list = form.querySelector("[data-drop-list]");
  const summary = form.querySelector("[data-drop-summary]");
  const words = form.dataset;
  const waiting = [];
  let running = false, all = 0, done = 0;
  form.querySelector("[data-drop-send]").hidden = true;

  const line = (file) => {
    const item = document.createElement("li");
    item.className = "outcome";
    const name = document.createElement("span");
    name.className = "outcome__name";
    name.textContent = file.name;
    const state = document.createElement("span");
    state.className = "outcome__state";
    item.append(name, state);
    list.append(item);
    return item;
  };
  const say = (item, state, tone, sentence) => {
    item.dataset.outcome = tone;
    item.querySelector(".outcome__state").textContent = state;
    item.querySelector(".outcome__state").dataset.tone = tone === "refused" ? "bad" : "";
    item.querySelector(".outcome__said")?.remove();
    if (!sentence) return;
    const said = document.createElement("div");
    said.className = "outcome__said";
    said.textContent = sentence;
    item.append(said);
  };
  const count = () => {
    summary.textContent = all ? `${words.summary} ${done}/${all}` : "";
  };

  const send = async (file, item) => {
    say(item, words.reading, "reading");
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    body.append("files", file, file.name);
    let answer;
    try {
      answer = await fetch(form.action, { method: "POST", body, headers: { "X-Outcome-Only": "1" }, credentials: "same-origin" });
    } catch {
      return say(item, words.refused, "refused", words.failed);
    }
    if (answer.redirected) return say(item, words.refused, "refused", words.signedOut);
    if (answer.status === 413) return say(item, words.refused, "refused", words.tooLarge);
    // The server's line is a template's output, every name in it escaped.
    const box = document.createElement("template");
    box.innerHTML = await answer.text();
    const said = box.content.querySelector("li.outcome");
    if (said) item.replaceWith(said);
    else say(item, words.refused, "refused", words.failed);
  };

  const run = async () => {
    if (running) return;
    running = true;
    while (waiting.length) {
      const [file, item] = waiting.shift();
      if (file.size > Number(words.limit)) say(item, words.refused, "refused", words.tooLarge);
      else await send(file, item);
      done += 1;
      count();
    }
    running = false;
    // The list below knows the new documents too.
    const results = document.getElementById("results");
    if (results && window.htmx) window.htmx.ajax("GET", location.href, { target: results, select: "#results", swap: "outerHTML" });
  };
  const take = (files) => {
    for (const file of files) {
      const item = line(file);
      say(item, words.queued, "queued");
      waiting.push([file, item]);
      all += 1;
    }
    count();
    run();
  };

  chooser.addEventListener("change", () => { take([...chooser.files]); chooser.value = ""; });
  form.addEventListener("submit", (event) => { event.preventDefault(); chooser.click(); });
  let inside = 0;
  const files = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  // The whole page takes files: nobody aims at a box.
  document.addEventListener("dragenter", (event) => { if (files(event)) { inside += 1; zone.dataset.over = "true"; } });
  document.addEventListener("dragleave", (event) => { if (files(event) && --inside <= 0) { inside = 0; delete zone.dataset.over; } });
  document.addEventListener("dragover", (event) => { if (files(event)) event.preventDefault(); });
  document.addEventListener("drop", (event) => {
    if (!files(event)) return;
    event.preventDefault();
    inside = 0;
    delete zone.dataset.over;
    take([...event.dataTransfer.files]);
  });
  window.addEventListener("beforeunload", (event) => { if (running) event.preventDefault(); });
})();
