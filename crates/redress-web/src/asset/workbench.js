// Makes pages quicker; each of them works without this file.
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const say = (text) => { const live = $("live"); if (live) live.textContent = text; };

  // Leaving: Shift three times within five seconds covers the page at once, then ends the session.
  const shifts = [];
  const leave = () => { document.body.classList.add("gone"); document.title = "\u200b";
    // The empty page takes the place of this one, so that going back does not lead here; the session ends even where no answer
    // comes in time.
    const gone = () => location.replace("/left");
    const form = $("leave");
    if (!form) { gone(); return; }
    setTimeout(gone, 1000);
    fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin", redirect: "manual", keepalive: true }).then(gone, gone);
  };
  addEventListener("keydown", (event) => {
    // Capitals and marks take Shift too: only presses with no other key between them count.
    if (event.key !== "Shift") { shifts.length = 0; return; }
    if (event.repeat) return;
    shifts.push(event.timeStamp);
    // In a field Shift alone also turns an input method on and off: there three presses count only in quick succession.
    const typing = event.target.closest && event.target.closest("input, textarea, select");
    while (shifts.length && event.timeStamp - shifts[0] > (typing ? 1200 : 5000)) shifts.shift();
    if (shifts.length >= 3) leave();
  });
  const form = $("leave");
  if (form) form.addEventListener("submit", (event) => { event.preventDefault(); leave(); });
  // What the browser kept of a page is not shown again after leaving.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  // That something was saved is said aloud too, and stays in sight for a while wherever the page was opened.
  const saved = $("saved");
  if (saved) { setTimeout(() => say(saved.firstChild.textContent), 300); setTimeout(() => saved.classList.add("told"), 12000); }

  // What a link leads to may stand in a part that is folded: not every browser unfolds it.
  const unfold = () => {
    let id = "";
    // What cannot be read as a place leads to none, and everything below goes on.
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const there = id && $(id);
    const folded = there && there.closest("details:not([open])");
    if (!folded || there === folded) return;
    for (let part = folded; part; part = part.parentElement.closest("details:not([open])")) part.open = true;
    there.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();

  // A bundle comes as a file, and the page stays as it is: that it was packed is asked for until it stands there. Nothing is
  // loaded in the page's place, which would break the file off.
  document.addEventListener("submit", (event) => {
    const here = $("packed");
    if (!here || !event.target.matches("form.packs")) return;
    let left = 60;
    const look = async () => {
      try {
        const answer = await fetch(location.href, { credentials: "same-origin" });
        const now = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("packed");
        if (now && now.innerHTML !== here.innerHTML) { here.replaceChildren(...now.childNodes); say(here.dataset.now); return; }
      } catch { /* It is asked once more. */ }
      if ((left -= 1) > 0) setTimeout(look, 2000);
    };
    setTimeout(look, 2000);
  });

  // A long list keeps in the address how far one has read; who stops or changes the language comes back there.
  document.addEventListener("submit", (event) => {
    const place = event.target.querySelector(".top input[name=page], .top input[name=back]");
    if (place && place.value.split("?")[0] === location.pathname) place.value = location.pathname + location.search;
  });

  // One post at a time: its words come when asked for, and go again.
  document.addEventListener("submit", async (event) => {
    const ask = event.target.closest("form.reveal");
    if (!ask) return;
    event.preventDefault();
    const answer = await send(ask.action, new URLSearchParams(new FormData(ask)));
    if (!answer.ok) { tell(ask, answer.status, answer.said); return; }
    hush(ask);
    // That the text is hidden stands there only while it is.
    const note = ask.previousElementSibling;
    if (note && note.matches(".hid-note")) note.hidden = true;
    const shown = document.createElement("div");
    shown.innerHTML = answer.text;
    const hide = document.createElement("button");
    hide.type = "button"; hide.className = "btn plain s"; hide.textContent = document.body.dataset.hide || "×";
    hide.addEventListener("click", () => { shown.replaceWith(ask); if (note) note.hidden = false; ask.querySelector("button").focus(); });
    shown.append(hide);
    ask.replaceWith(shown);
    hide.focus();
  });

  async function send(address, body) {
    try {
      const answer = await fetch(address, { method: "POST", body, headers: { "x-redress": "1" }, credentials: "same-origin" });
      const text = await answer.text();
      return { ok: answer.ok, status: answer.status, text, said: answer.ok ? "" : sentence(text) };
    } catch { return { ok: false, status: 0, text: "", said: "" }; }
  }

  // What a request that failed means, in a sentence: the server's own, or one that every page carries.
  function sentence(text) { try { return JSON.parse(text).sentence || ""; } catch { return ""; } }
  function meaning(status) { return document.body.dataset[{ 0: "lost", 401: "ended", 429: "busy" }[status] || "failed"]; }
  // It stands where it was asked; where the session has ended, with the way to the door.
  const told = new Map();
  function tell(near, status, said) {
    hush(near);
    const line = Object.assign(document.createElement("p"), { className: "trouble", textContent: said || meaning(status) });
    line.setAttribute("role", "alert");
    if (status === 401) line.append(" ", Object.assign(document.createElement("a"), { href: "/", textContent: document.body.dataset.door }));
    near.before(line);
    told.set(near, line);
  }
  function hush(near) { const line = told.get(near); if (line) { line.remove(); told.delete(near); } }

  // Lists of posts: J and K move, X ticks, R asks for the words, / goes to the search.
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea") || document.querySelector("[data-keys=off]")) return;
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
        if (!answer.ok) { tell(frame, answer.status, sentence(await answer.text())); return; }
        hush(frame);
        const piece = new DOMParser().parseFromString(await answer.text(), "text/html");
        blocks.set(block, [...piece.querySelectorAll(".post")]);
        draw();
      } catch { tell(frame, 0, frame.dataset.lost); } finally { asked.delete(block); }
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

  // Bringing files: chosen, or dropped with their folders; with progress. Nothing is sent before all of it was found.
  const drop = $("drop");
  if (drop) {
    const picked = [], unread = [];
    const go = drop.querySelector("button.main"), found = $("found"), over = $("start-over"), missed = $("unread");
    const most = Number((found && found.dataset.most) || Infinity);
    let gathering = 0, sending = false, shown = 0;
    const folder = drop.querySelector(".folder");
    if (folder) folder.hidden = false;
    const line = (text) => Object.assign(document.createElement("li"), { textContent: text });
    const limit = Number((found && found.dataset.limit) || Infinity);
    const heavy = () => picked.reduce((sum, [, file]) => sum + file.size, 0) > limit;
    // One that is not wanted, or was refused, is taken out, and the others stay.
    const row = (one) => {
      const item = line(one[0] + " "), out = Object.assign(document.createElement("button"), { type: "button", className: "btn plain s", textContent: found ? found.dataset.out : "×" });
      out.setAttribute("aria-label", `${out.textContent} ${one[0]}`);
      out.addEventListener("click", () => { picked.splice(picked.indexOf(one), 1); list(); go.focus(); });
      item.append(out);
      return item;
    };
    const some = (names, make = line) => [...names.slice(0, 20).map(make), ...(names.length > 20 ? [line("… " + names.length)] : [])];
    const list = () => {
      $("picked").replaceChildren(...some(picked, row));
      if (missed) { missed.hidden = !unread.length; missed.querySelector("ul").replaceChildren(...some(unread)); }
      if (over) over.hidden = gathering > 0 || !(picked.length + unread.length);
      count();
    };
    const count = () => {
      const many = picked.length > most, long = heavy();
      go.disabled = gathering > 0 || sending || many || long;
      if (!found) return;
      const says = gathering ? found.dataset.gathering : many ? found.dataset.many : long ? found.dataset.heavy : picked.length ? found.dataset.says : "";
      found.textContent = says.replace("{count}", picked.length.toLocaleString("en"));
    };
    // Gatherings may overlap; what they found stands in one order, whatever the order in which the disk gave it.
    const gather = async (work) => {
      gathering += 1; list();
      try { await work(); } finally {
        gathering -= 1;
        picked.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)); unread.sort();
        list();
      }
    };
    const keep = (name, file) => { picked.push([name, file]); if (picked.length - shown >= 500) { shown = picked.length; count(); } };
    for (const input of drop.querySelectorAll("input[name=file]")) input.addEventListener("change", () => gather(async () => {
      for (const file of input.files) keep(file.webkitRelativePath || file.name, file);
      input.value = "";
    }));
    drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault(); drop.classList.remove("over");
      // What was dropped is told only while the event lasts.
      const things = [...event.dataTransfer.items].filter((item) => item.kind === "file").map((item) => [item.webkitGetAsEntry && item.webkitGetAsEntry(), item.getAsFile()]);
      gather(async () => {
        for (const [entry, file] of things) {
          if (entry) await enter(entry, "");
          else if (file) keep(file.name, file);
          else unread.push("?");
        }
      });
    });
    // What the browser cannot read is named, and does not end the search for the rest.
    const enter = async (entry, above) => {
      if (picked.length > most) return;
      const name = above + entry.name;
      if (entry.isFile) {
        try { keep(name, await new Promise((done, failed) => entry.file(done, failed))); } catch { unread.push(name); }
        return;
      }
      const reader = entry.createReader();
      for (;;) {
        let part;
        try { part = await new Promise((done, failed) => reader.readEntries(done, failed)); } catch { unread.push(name + "/"); return; }
        if (!part.length) return;
        for (const one of part) await enter(one, name + "/");
      }
    };
    if (over) over.addEventListener("click", () => { picked.length = 0; unread.length = 0; shown = 0; list(); go.focus(); });
    drop.addEventListener("submit", (event) => {
      event.preventDefault();
      if (gathering || sending || picked.length > most || heavy()) { if (found) say(found.textContent); return; }
      const body = new FormData(drop);
      body.delete("file");
      // The server compares how many came with how many were found.
      body.set("files-sent", picked.length);
      for (const name of unread.slice(0, 200)) body.append("unread", name);
      for (const [name, file] of picked) body.append("file", file, name);
      const bar = $("progress"), far = bar.querySelector("progress"), text = bar.querySelector("p");
      const before = $("not-taken");
      if (before) before.remove();
      const ended = (said) => { sending = false; count(); far.hidden = true; text.textContent = said; say(said); };
      hush(bar);
      bar.hidden = false; far.hidden = false; far.value = 0; text.textContent = ""; sending = true; count();
      const request = new XMLHttpRequest();
      request.open("POST", drop.action);
      let all = false;
      request.upload.addEventListener("progress", (now) => { all = now.loaded === now.total; if (now.lengthComputable) far.value = (now.loaded / now.total) * 100; if (now.loaded === now.total) { text.textContent = text.dataset.done; far.removeAttribute("value"); } });
      request.addEventListener("load", () => {
        // The door and the page that says "too much at once" stand in no frame: what was chosen stays, to be sent again.
        if ([401, 403, 429].includes(request.status)) { ended(""); tell(bar, request.status); return; }
        const page = new DOMParser().parseFromString(request.responseText, "text/html"), main = page.querySelector("main");
        // What was refused is said beside what was chosen, which stays: it is mended here, or sent again with one press.
        // A field that was refused is marked in the form that comes back, which has places for other alerts too.
        const why = request.status >= 400 && (page.querySelector("main #refused") || page.querySelector("main [role=alert]:not([hidden])"));
        for (const field of drop.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
        if (why) {
          ended("");
          for (const bad of page.querySelectorAll("main [aria-invalid][name]")) {
            const own = drop.querySelector(`[name="${CSS.escape(bad.getAttribute("name"))}"]`);
            if (own) { own.setAttribute("aria-invalid", "true"); own.setAttribute("aria-describedby", "not-taken"); }
          }
          for (const one of why.querySelectorAll(".anew, .row")) one.remove();
          why.id = "not-taken"; why.tabIndex = -1;
          if (found) why.append(Object.assign(document.createElement("p"), { textContent: found.dataset.kept }));
          go.before(why); why.focus();
          return;
        }
        if (main) { document.querySelector("main").replaceWith(main); main.focus(); document.title = page.title; } else ended(meaning(request.status));
      });
      request.addEventListener("error", () => ended((all && text.dataset.unsure) || text.dataset.lost));
      request.send(body);
    });
    list();
  }
})();
