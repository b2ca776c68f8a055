"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const find = (id) => document.getElementById(id);
  const KINDS = data.kinds;
  const section = new Map(data.sections.map((item) => [item.id, item]));
  const documentOf = new Map(data.documents.map((item) => [item.id, item]));
  const linksOf = new Map();
  data.links.forEach((link, number) => {
    link.number = number;
    for (const end of [link.source, link.target]) {
      if (!linksOf.has(end)) linksOf.set(end, []);
      linksOf.get(end).push(link);
    }
  });
  const cards = new Map();
  const state = { chosen: null, link: null, view: "map", opener: null };

  // Text from documents only ever becomes text: no markup is made from it.
  const make = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name === "class") node.className = value;
      else if (name === "click") node.addEventListener("click", value);
      else node.setAttribute(name, value);
    }
    node.append(...children);
    return node;
  };

  // æ/ae, ø/oe, å/aa and accents meet, as in the search of the program.
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/a\u030a/g, "aa")
    .replace(/[\u0300-\u036f]/g, "").replace(/æ/g, "ae").replace(/ø/g, "oe").replace(/å/g, "aa")
    .replace(/[’‘]/g, "'");

  // An id may be broken after its strokes, nowhere else.
  const breakable = (id) => id.split("/").flatMap((part, at) => at ? ["/", make("wbr"), part] : [part]);

  const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;
  const chosenValues = (box) => new Set([...box.querySelectorAll("input:checked")].map((item) => item.value));

  function controls() {
    const documents = find("documents");
    for (const item of data.documents) {
      const input = make("input", { type: "checkbox", value: item.id, checked: "" });
      documents.append(make("label", {}, input, item.short));
    }
    const kinds = find("kinds");
    for (const [kind, name] of Object.entries(KINDS)) {
      const count = data.links.filter((link) => link.kind === kind).length;
      if (!count) continue;
      const input = make("input", { type: "checkbox", value: kind, checked: "" });
      const key = make("span", { class: `key ${kind}`, "aria-hidden": "true" });
      kinds.append(make("label", {}, input, key, `${name} (${count})`));
    }
    find("controls").addEventListener("input", refresh);
    find("controls").addEventListener("submit", (event) => event.preventDefault());
    find("close").addEventListener("click", closeDetails);
    find("view").addEventListener("click", toggleView);
    find("differences").addEventListener("click", showDifferences);
    find("differences").hidden = !data.disagreements.length;
    find("theme").addEventListener("click", nextTheme);
    find("about").textContent = data.about;
    find("made").textContent = data.made;
  }

  function lanes() {
    const box = find("lanes");
    for (const item of data.documents) {
      const held = data.sections.filter((one) => one.document === item.id && linksOf.has(one.id));
      if (!held.length) continue;
      const list = make("ol", {});
      for (const one of held) {
        const count = linksOf.get(one.id).length;
        const card = make("button", { type: "button", class: "card", "aria-pressed": "false", tabindex: "-1", "data-id": one.id },
          make("span", { class: "count", "aria-label": plural(count, "forbindelse", "forbindelser") }, String(count)),
          one.card, make("span", { class: "id" }, ...breakable(one.id)));
        card.addEventListener("click", () => choose(one.id, card));
        for (const name of ["mouseenter", "focus"]) card.addEventListener(name, () => { if (!state.chosen) light(one.id); });
        for (const name of ["mouseleave", "blur"]) card.addEventListener(name, () => { if (!state.chosen) light(null); });
        cards.set(one.id, card);
        list.append(make("li", {}, card));
      }
      box.append(make("section", { class: "lane", "data-document": item.id, "aria-label": item.title },
        make("h2", {}, item.short, make("small", {}, item.lane)), list));
    }
    const first = box.querySelector(".card");
    if (first) first.tabIndex = 0;
    box.addEventListener("keydown", walk);
  }

  const visibleCards = (lane) => [...lane.querySelectorAll("li:not([hidden]):not(.away) > .card")];
  const visibleLanes = () => [...document.querySelectorAll(".lane:not([hidden])")].filter((lane) => visibleCards(lane).length);

  function walk(event) {
    const card = event.target.closest(".card");
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
    const lane = card.closest(".lane");
    const held = visibleCards(lane);
    const at = held.indexOf(card);
    let next = null;
    if (event.key === "ArrowDown") next = held[at + 1];
    else if (event.key === "ArrowUp") next = held[at - 1];
    else if (event.key === "Home") next = held[0];
    else if (event.key === "End") next = held[held.length - 1];
    else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const all = visibleLanes();
      const other = all[all.indexOf(lane) + (event.key === "ArrowRight" ? 1 : -1)];
      if (other) {
        const middle = card.getBoundingClientRect().top;
        next = visibleCards(other).reduce((best, one) =>
          Math.abs(one.getBoundingClientRect().top - middle) < Math.abs(best.getBoundingClientRect().top - middle) ? one : best);
      }
    } else return;
    event.preventDefault();
    if (next) { rove(next); next.focus(); }
  }

  function rove(card) {
    for (const one of cards.values()) one.tabIndex = -1;
    card.tabIndex = 0;
  }

  function shownLinks() {
    const documents = chosenValues(find("documents"));
    const kinds = chosenValues(find("kinds"));
    const words = fold(find("search").value).split(/\s+/).filter(Boolean);
    const cache = new Map();
    const hits = (id) => {
      if (!cache.has(id)) {
        const one = section.get(id);
        const text = one.folded || (one.folded = fold(`${one.id} ${one.label} ${one.text}`));
        cache.set(id, words.every((word) => text.includes(word)));
      }
      return cache.get(id);
    };
    const linkHits = (link) => words.every((word) => fold(link.label).includes(word));
    const links = data.links.filter((link) => kinds.has(link.kind)
      && documents.has(section.get(link.source).document) && documents.has(section.get(link.target).document)
      && (!words.length || hits(link.source) || hits(link.target) || linkHits(link)));
    return { documents, words, hits, links };
  }

  // With a card chosen, only what it hangs together with stays: all its lines fit on the screen.
  function gather() {
    const near = new Set([state.chosen]);
    for (const link of state.links) {
      if (link.source === state.chosen || link.target === state.chosen) near.add(link.source).add(link.target);
    }
    for (const [id, card] of cards) card.parentElement.classList.toggle("away", state.chosen !== null && !near.has(id));
    let columns = 0;
    for (const lane of document.querySelectorAll(".lane")) {
      lane.hidden = !visibleCards(lane).length;
      if (!lane.hidden) columns += 1;
    }
    find("lanes").style.setProperty("--lanes", String(Math.max(columns, 1)));
  }

  function refresh() {
    const { documents, words, hits, links } = shownLinks();
    const linked = new Set(links.flatMap((link) => [link.source, link.target]));
    let count = 0;
    for (const [id, card] of cards) {
      const seen = documents.has(section.get(id).document) && linked.has(id) && (!words.length || hits(id) || linked.has(id));
      card.parentElement.hidden = !seen;
      if (seen) count += 1;
    }
    state.links = links;
    if (state.chosen && !linked.has(state.chosen)) closeDetails();
    gather();
    const first = document.querySelector(".card[tabindex='0']");
    if (!first || first.parentElement.hidden || first.closest(".lane").hidden) {
      const other = visibleLanes()[0];
      if (other) rove(visibleCards(other)[0]);
    }
    find("status").textContent = count
      ? `${plural(count, "afsnit", "afsnit")} og ${plural(links.length, "forbindelse", "forbindelser")} vises.`
      : "Intet passer på det, du har valgt.";
    if (state.chosen && !state.link) fillSection(state.chosen);
    table(links);
    draw();
  }

  function draw() {
    const svg = find("lines");
    svg.replaceChildren();
    if (state.view !== "map" || getComputedStyle(svg).display === "none") return;
    const box = find("map").getBoundingClientRect();
    for (const link of state.links) {
      const from = cards.get(link.source).getBoundingClientRect();
      const to = cards.get(link.target).getBoundingClientRect();
      if (!from.width || !to.width) continue;
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      const y1 = from.top + from.height / 2 - box.top;
      const y2 = to.top + to.height / 2 - box.top;
      let x1, x2, bend;
      if (from.right < to.left) { x1 = from.right; x2 = to.left; bend = (x2 - x1) / 2; }
      else if (to.right < from.left) { x1 = from.left; x2 = to.right; bend = (x2 - x1) / 2; }
      else { x1 = x2 = from.left; bend = -Math.min(60, 14 + Math.abs(y2 - y1) / 14); }
      x1 -= box.left; x2 -= box.left;
      const second = x1 === x2 ? x2 + bend : x2 - bend;
      path.setAttribute("d", `M${x1.toFixed(1)} ${y1.toFixed(1)}C${(x1 + bend).toFixed(1)} ${y1.toFixed(1)} ${second.toFixed(1)} ${y2.toFixed(1)} ${x2.toFixed(1)} ${y2.toFixed(1)}`);
      path.setAttribute("class", link.kind);
      path.dataset.link = String(link.number);
      svg.append(path);
    }
    light(state.chosen);
  }

  function light(id) {
    const near = new Set();
    const svg = find("lines");
    for (const path of svg.children) {
      const link = data.links[Number(path.dataset.link)];
      const on = id !== null && (state.link ? link === state.link : link.source === id || link.target === id);
      path.classList.toggle("on", on);
    }
    if (id !== null) {
      for (const link of state.links) if (link.source === id || link.target === id) near.add(link.source).add(link.target);
    }
    svg.classList.toggle("some", id !== null);
    find("lanes").classList.toggle("dim", id !== null);
    for (const [name, card] of cards) {
      card.classList.toggle("near", near.has(name) && name !== id);
      card.setAttribute("aria-pressed", String(name === state.chosen));
    }
  }

  function choose(id, opener) {
    if (state.chosen === id && !find("details").hidden && !state.link) { closeDetails(); return; }
    state.chosen = id;
    state.link = null;
    state.opener = opener || cards.get(id);
    if (cards.has(id)) rove(cards.get(id));
    fillSection(id);
    openDetails();
    history.replaceState(null, "", `#${encodeURIComponent(id)}`);
  }

  // On a narrow screen the panel covers everything: what lies behind it cannot be entered.
  const narrow = window.matchMedia("(max-width: 62rem)");
  function coverRest() {
    const covered = narrow.matches && !find("details").hidden;
    for (const part of document.querySelectorAll("header, main, footer, .skip")) part.inert = covered;
    find("details").setAttribute("aria-modal", String(covered));
  }

  function openDetails() {
    const wasHidden = find("details").hidden;
    find("details").hidden = false;
    document.body.classList.add("open");
    coverRest();
    find("details").scrollTop = 0;
    gather();
    draw();
    if (wasHidden) find("kort").scrollIntoView({ block: "start" });
    find("details-title").focus({ preventScroll: true });
  }

  function closeDetails() {
    if (find("details").hidden) return;
    find("details").hidden = true;
    document.body.classList.remove("open");
    coverRest();
    const back = state.opener;
    state.chosen = state.link = state.opener = null;
    history.replaceState(null, "", location.pathname + location.search);
    gather();
    draw();
    if (back && back.isConnected) back.focus();
  }

  function copyButton(text, what) {
    const button = make("button", { type: "button", class: "copy" }, `Kopiér ${what}`);
    button.addEventListener("click", async () => {
      let done = false;
      try { await navigator.clipboard.writeText(text); done = true; } catch (error) { done = oldCopy(text, button); }
      button.textContent = done ? "Kopieret" : "Kunne ikke kopiere";
      find("status").textContent = done ? "Kopieret til udklipsholderen." : "Browseren tillod ikke at kopiere.";
      setTimeout(() => { button.textContent = `Kopiér ${what}`; }, 2500);
    });
    return button;
  }

  function oldCopy(text, back) {
    const area = make("textarea", { "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    let done = false;
    try { done = document.execCommand("copy"); } catch (error) { done = false; }
    area.remove();
    back.focus();
    return done;
  }

  function passage(one, spans, short) {
    const box = make("blockquote", { class: short ? "passage short" : "passage", cite: one.id });
    if (short) { box.tabIndex = 0; box.setAttribute("aria-label", `Teksten i ${one.id}`); }
    const merged = [];
    for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
      const last = merged[merged.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else merged.push([start, end]);
    }
    // Offsets count code points; a JavaScript string counts UTF-16 units.
    const signs = Array.from(one.text);
    let at = 0;
    for (const [start, end] of merged) {
      box.append(signs.slice(at, start).join(""), make("mark", {}, signs.slice(start, end).join("")));
      at = end;
    }
    box.append(signs.slice(at).join(""));
    if (!one.text) box.append("(Afsnittet har kun en overskrift.)");
    return box;
  }

  function shown(one, spans, cite, short) {
    const parts = [make("h3", {}, one.label)];
    const box = passage(one, spans, short);
    parts.push(box, make("p", { class: "cite" }, cite),
      make("div", { class: "row" }, copyButton(cite, "henvisning"), copyButton(`»${one.text}« (${cite})`, "tekst og henvisning")));
    return parts;
  }

  function fillSection(id) {
    const one = section.get(id);
    find("details-title").textContent = one.label;
    const body = find("details-body");
    body.replaceChildren(make("p", { class: "cite" }, documentOf.get(one.document).title), ...shown(one, [], one.citation, true).slice(1));
    for (const [kind, name] of Object.entries(KINDS)) {
      const held = state.links.filter((link) => link.kind === kind && (link.source === id || link.target === id))
        .sort((a, b) => b.weight - a.weight);
      if (!held.length) continue;
      const list = make("ul", { class: "linklist" });
      for (const link of held) {
        const other = section.get(link.source === id ? link.target : link.source);
        list.append(make("li", {}, make("button", { type: "button", "data-link": String(link.number), click: () => showLink(link, id) },
          other.label, make("span", { class: "words" }, `${other.id} · ${link.label}`))));
      }
      body.append(make("h3", {}, `${name} (${held.length})`), list);
    }
  }

  function showLink(link, from) {
    state.link = link;
    state.chosen = from;
    find("details-title").textContent = `${KINDS[link.kind]}: ${link.label}`;
    const body = find("details-body");
    const back = make("button", { type: "button", click: () => { state.link = null; fillSection(from); openDetails(); } }, `Tilbage til ${section.get(from).label}`);
    body.replaceChildren(make("div", { class: "row" }, back));
    if (link.note) body.append(make("p", { class: "note" }, `Bemærk: ${link.note}`));
    if (link.kind === "tema") body.append(make("p", { class: "note" }, `Et forslag ud fra ordene: ${link.words.join(", ")}.`));
    const other = link.source === from ? link.target : link.source;
    for (const id of [from, other]) {
      const held = link.evidence.filter((item) => item.section === id);
      const one = section.get(id);
      body.append(...shown(one, held.filter((item) => item.start !== null).map((item) => [item.start, item.end]), one.citation, true));
      for (const item of held.filter((proof) => proof.citation)) {
        body.append(make("p", {}, "Ordene: ", make("mark", {}, item.text)), make("p", { class: "cite" }, item.citation),
          make("div", { class: "row" }, copyButton(`»${item.text}« (${item.citation})`, "ordene med sted")));
      }
    }
    openDetails();
    for (const box of body.querySelectorAll(".passage.short")) {
      const first = box.querySelector("mark");
      if (first) box.scrollTop = Math.max(0, first.offsetTop - box.offsetTop - 60);
    }
  }

  function showDifferences() {
    state.chosen = state.link = null;
    state.opener = find("differences");
    find("details-title").textContent = "Teksterne siger hver sit";
    const body = find("details-body");
    body.replaceChildren(make("p", { class: "note" }, "Fundet ved regler. Hvem der har ret, siges ikke."));
    for (const item of data.disagreements) {
      body.append(make("h3", {}, item.question));
      for (const one of item.statements) {
        body.append(make("p", {}, make("strong", {}, one.value), one.counted ? " (talt op)" : ""),
          make("blockquote", { class: "passage" }, one.text), make("p", { class: "cite" }, one.citation),
          make("div", { class: "row" }, copyButton(`»${one.text}« (${one.citation})`, "tekst og henvisning")));
      }
    }
    openDetails();
  }

  function table(links) {
    const rows = make("tbody", {});
    for (const link of links) {
      const source = section.get(link.source), target = section.get(link.target);
      const open = make("button", { type: "button" }, link.label || "Vis");
      open.addEventListener("click", () => { state.opener = open; showLink(link, link.source); });
      rows.append(make("tr", {}, make("td", {}, KINDS[link.kind]), make("td", {}, `${source.label} [${source.id}]`),
        make("td", {}, `${target.label} [${target.id}]`), make("td", {}, open)));
    }
    const head = make("tr", {});
    for (const name of ["Slags", "Fra", "Til", "Hvad"]) head.append(make("th", { scope: "col" }, name));
    find("list").replaceChildren(make("table", {}, make("caption", { class: "cite" }, `${plural(links.length, "forbindelse", "forbindelser")}`), make("thead", {}, head), rows));
  }

  function toggleView() {
    state.view = state.view === "map" ? "list" : "map";
    find("map").hidden = state.view !== "map";
    find("help").hidden = state.view !== "map";
    find("list").hidden = state.view === "map";
    find("view").setAttribute("aria-pressed", String(state.view === "list"));
    draw();
  }

  const THEMES = [["auto", "Farver: som systemet"], ["light", "Farver: lyse"], ["dark", "Farver: mørke"]];
  let theme = 0;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  function paint() {
    const name = THEMES[theme][0];
    document.documentElement.dataset.theme = name === "auto" ? (dark.matches ? "dark" : "light") : name;
    find("theme").textContent = THEMES[theme][1];
  }
  function nextTheme() { theme = (theme + 1) % THEMES.length; paint(); }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (!find("details").hidden) { event.preventDefault(); closeDetails(); }
    } else if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      find("search").focus();
    }
  });
  dark.addEventListener("change", paint);
  narrow.addEventListener("change", coverRest);
  let waiting = 0;
  const later = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(draw); };
  window.addEventListener("resize", later);
  if ("ResizeObserver" in window) new ResizeObserver(later).observe(find("lanes"));

  paint();
  controls();
  lanes();
  refresh();
  const asked = decodeURIComponent(location.hash.slice(1));
  if (cards.has(asked)) choose(asked, cards.get(asked));
})();
