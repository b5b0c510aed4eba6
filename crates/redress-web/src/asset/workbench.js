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

  // Lists of posts: J and K move, X ticks, R asks for the words, / goes to the search.
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    const rows = [...document.querySelectorAll(".post")];
    const here = rows.indexOf(document.activeElement.closest(".post"));
    if (event.key === "j" || event.key === "k") { const step = event.key === "j" ? 1 : -1; if (!walk(rows[here], step)) { const next = rows[here + step]; if (next) next.focus(); } }
    else if (event.key === "x" && here >= 0) { const box = rows[here].querySelector("input[type=checkbox][name=post]"); if (box) box.click(); }
    else if (event.key === "r" && here >= 0) { const ask = rows[here].querySelector("form.reveal button"); if (ask) ask.focus(); }
    else if (event.key === "/") { const search = document.querySelector("input[type=search]"); if (search) { event.preventDefault(); search.focus(); } }
  });

  // A long list of posts: every row has one height, and of all that were found only those in sight are in the page.
  let walk = () => false;
  const chosen = new Set();
  const frame = $("window");
  const bulk = $("bulk");
  const counted = () => { const told = $("chosen"); if (told) told.textContent = chosen.size ? " " + told.dataset.says.replace("{count}", chosen.size) : ""; };
  if (bulk) {
    document.addEventListener("change", (event) => {
      if (!event.target.matches("input[type=checkbox][name=post]")) return;
      if (event.target.checked) chosen.add(event.target.value); else chosen.delete(event.target.value);
      counted();
    });
    // What was ticked and has left the sight is sent all the same.
    bulk.addEventListener("submit", () => {
      const there = new Set([...document.querySelectorAll("input[type=checkbox][name=post]")].map((box) => box.value));
      for (const value of chosen) if (!there.has(value)) bulk.append(Object.assign(document.createElement("input"), { type: "hidden", name: "post", value }));
    });
  }
  const height = frame ? parseFloat(getComputedStyle(frame).getPropertyValue("--row")) : 0;
  // Browsers draw nothing higher than some thirty million pixels; beyond, the pages stay.
  if (frame && Number(frame.dataset.total) > frame.querySelectorAll(".post").length && Number(frame.dataset.total) * height < 32e6) {
    const BLOCK = 100, KEPT = 8, list = frame.querySelector(".posts"), total = Number(frame.dataset.total);
    const status = document.querySelector("#list > [role=status]"), pager = document.querySelector("#list > .pager");
    const blocks = new Map();
    let row = 0, asked = new Set(), wanted = null, timer = 0;
    frame.classList.add("window"); list.replaceChildren(); if (pager) pager.hidden = true;
    const measure = () => { row = parseFloat(getComputedStyle(frame).getPropertyValue("--row")) || 132; list.style.height = row * total + "px"; };
    const top = () => Math.min(total - 1, Math.max(0, Math.floor(frame.scrollTop / row)));
    const many = () => Math.ceil(frame.clientHeight / row);
    const fetched = async (block) => {
      if (blocks.has(block) || asked.has(block)) return;
      asked.add(block);
      try {
        const answer = await fetch(`${frame.dataset.rows}&skip=${block * BLOCK}&take=${BLOCK}`, { headers: { "x-redress": "1" }, credentials: "same-origin" });
        if (!answer.ok) { let said = String(answer.status); try { said = JSON.parse(await answer.text()).sentence || said; } catch { /* The status says enough. */ } say(said); return; }
        const piece = new DOMParser().parseFromString(await answer.text(), "text/html");
        blocks.set(block, [...piece.querySelectorAll(".post")]);
        draw();
      } catch { say(frame.dataset.lost); } finally { asked.delete(block); }
    };
    const draw = () => {
      const first = Math.max(0, top() - 5), last = Math.min(total, top() + many() + 5), rows = [];
      for (let place = first; place < last; place += 1) {
        const one = (blocks.get(Math.floor(place / BLOCK)) || [])[place % BLOCK];
        if (!one) continue;
        one.style.top = place * row + "px";
        one.setAttribute("aria-posinset", place + 1); one.setAttribute("aria-setsize", total); one.dataset.place = place;
        const box = one.querySelector("input[type=checkbox][name=post]");
        if (box) box.checked = chosen.has(box.value);
        rows.push(one);
      }
      // Rows that stay are not taken out and put in again: whoever reads one, or has opened it, is not thrown off it.
      const stay = new Set(rows);
      for (const old of [...list.children]) if (!stay.has(old)) old.remove();
      rows.forEach((one, at) => { if (list.children[at] !== one) list.insertBefore(one, list.children[at] || null); });
      if (status) status.textContent = frame.dataset.range.replace("{first}", (top() + 1).toLocaleString("en")).replace("{last}", Math.min(total, top() + many()).toLocaleString("en")).replace("{total}", total.toLocaleString("en"));
      if (wanted !== null) { const one = list.querySelector(`[data-place="${wanted}"]`); if (one) { wanted = null; one.focus({ preventScroll: true }); } }
    };
    const look = () => {
      draw();
      clearTimeout(timer);
      // While somebody scrolls fast nothing is asked for; where they stop, what stands there is.
      timer = setTimeout(() => {
        const from = Math.floor(Math.max(0, top() - 5) / BLOCK), to = Math.floor(Math.min(total - 1, top() + many() + 5) / BLOCK);
        for (let block = from; block <= to; block += 1) fetched(block);
        for (const block of [...blocks.keys()]) if (blocks.size > KEPT && (block < from - 1 || block > to + 1)) blocks.delete(block);
        const address = new URL(location.href);
        if (top() > 0) address.searchParams.set("skip", top()); else address.searchParams.delete("skip");
        history.replaceState(history.state, "", address);
      }, 80);
    };
    walk = (here, step) => {
      const place = here && here.dataset.place !== undefined ? Number(here.dataset.place) + step : top();
      if (place < 0 || place >= total) return true;
      const above = place * row, below = above + row;
      if (above < frame.scrollTop) frame.scrollTop = above;
      else if (below > frame.scrollTop + frame.clientHeight) frame.scrollTop = below - frame.clientHeight;
      wanted = place; look();
      return true;
    };
    addEventListener("resize", () => { const at = top(); measure(); frame.scrollTop = at * row; look(); });
    frame.addEventListener("scroll", look, { passive: true });
    measure();
    frame.scrollTop = Number(frame.dataset.skip) * row;
    look();
  }
  counted();

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
      for (const entry of entries) await enter(entry, "");
      list();
    });
    const enter = async (entry, above) => {
      if (entry.isFile) { const file = await new Promise((done, failed) => entry.file(done, failed)); picked.push([above + entry.name, file]); return; }
      const reader = entry.createReader();
      for (;;) {
        const some = await new Promise((done, failed) => reader.readEntries(done, failed));
        if (!some.length) break;
        for (const one of some) await enter(one, above + entry.name + "/");
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
