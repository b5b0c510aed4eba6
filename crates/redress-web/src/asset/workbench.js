// Makes pages quicker; each of them works without this file.
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const say = (text) => { const live = $("live"); if (live) live.textContent = text; };

  // Leaving: Shift three times within five seconds covers the page at once, then ends the session.
  const shifts = [];
  const leave = () => { document.body.classList.add("gone"); document.title = "\u200b"; const form = $("leave"); if (form) form.submit(); else location.replace("/left"); };
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift" || event.repeat) return;
    shifts.push(event.timeStamp);
    while (shifts.length && event.timeStamp - shifts[0] > 5000) shifts.shift();
    if (shifts.length >= 3) leave();
  });
  const form = $("leave");
  if (form) form.addEventListener("submit", () => document.body.classList.add("gone"));
  // What the browser kept of a page is not shown again after leaving.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  // One post at a time: its words come when asked for, and go again.
  document.addEventListener("submit", async (event) => {
    const ask = event.target.closest("form.reveal");
    if (!ask) return;
    event.preventDefault();
    const answer = await send(ask.action, new URLSearchParams(new FormData(ask)));
    if (!answer) return;
    if (!answer.ok) { say(answer.said); ask.insertAdjacentText("beforeend", answer.said); return; }
    const shown = document.createElement("div");
    shown.innerHTML = answer.text;
    const hide = document.createElement("button");
    hide.type = "button"; hide.className = "btn plain s"; hide.textContent = document.body.dataset.hide || "×";
    hide.addEventListener("click", () => { shown.replaceWith(ask); ask.querySelector("button").focus(); });
    shown.append(hide);
    ask.replaceWith(shown);
    hide.focus();
  });

  async function send(address, body) {
    try {
      const answer = await fetch(address, { method: "POST", body, headers: { "x-redress": "1" }, credentials: "same-origin" });
      const text = await answer.text();
      let said = "";
      if (!answer.ok) { try { said = JSON.parse(text).sentence || ""; } catch { said = String(answer.status); } }
      return { ok: answer.ok, text, said };
    } catch { say("…"); return null; }
  }

  // Lists of posts: J and K move, R asks for the words, / goes to the search.
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    const rows = [...document.querySelectorAll(".post")];
    const here = rows.indexOf(document.activeElement.closest(".post"));
    if (event.key === "j" || event.key === "k") { const next = rows[here + (event.key === "j" ? 1 : -1)]; if (next) next.focus(); }
    else if (event.key === "r" && here >= 0) { const ask = rows[here].querySelector("form.reveal button"); if (ask) ask.focus(); }
    else if (event.key === "/") { const search = document.querySelector("input[type=search]"); if (search) { event.preventDefault(); search.focus(); } }
  });

  // Bringing files: chosen, or dropped with their folders; with progress.
  const drop = $("drop");
  if (drop) {
    const picked = [];
    const folder = drop.querySelector(".folder");
    if (folder) folder.hidden = false;
    const list = () => { $("picked").replaceChildren(...picked.slice(0, 20).map(([name]) => Object.assign(document.createElement("li"), { textContent: name })), ...(picked.length > 20 ? [Object.assign(document.createElement("li"), { textContent: "… " + picked.length })] : [])); };
    for (const input of drop.querySelectorAll("input[name=file]")) input.addEventListener("change", () => {
      for (const file of input.files) picked.push([file.webkitRelativePath || file.name, file]);
      input.value = ""; list();
    });
    drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", async (event) => {
      event.preventDefault(); drop.classList.remove("over");
      const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
      if (!entries.length) for (const file of event.dataTransfer.files) picked.push([file.name, file]);
      for (const entry of entries) await walk(entry, "");
      list();
    });
    const walk = async (entry, above) => {
      if (entry.isFile) { const file = await new Promise((done, failed) => entry.file(done, failed)); picked.push([above + entry.name, file]); return; }
      const reader = entry.createReader();
      for (;;) {
        const some = await new Promise((done, failed) => reader.readEntries(done, failed));
        if (!some.length) break;
        for (const one of some) await walk(one, above + entry.name + "/");
      }
    };
    drop.addEventListener("submit", (event) => {
      event.preventDefault();
      const body = new FormData(drop);
      body.delete("file");
      for (const [name, file] of picked) body.append("file", file, name);
      const bar = $("progress"), line = bar.querySelector("progress"), text = bar.querySelector("p");
      bar.hidden = false;
      const request = new XMLHttpRequest();
      request.open("POST", drop.action);
      request.upload.addEventListener("progress", (now) => { if (now.lengthComputable) line.value = (now.loaded / now.total) * 100; if (now.loaded === now.total) { text.textContent = text.dataset.done; line.removeAttribute("value"); } });
      request.addEventListener("load", () => { const page = new DOMParser().parseFromString(request.responseText, "text/html"); const main = page.querySelector("main"); if (main) { document.querySelector("main").replaceWith(main); main.focus(); document.title = page.title; } });
      request.addEventListener("error", () => { bar.querySelector("progress").hidden = true; text.textContent = text.dataset.lost; say(text.dataset.lost); });
      request.send(body);
    });
  }
})();
