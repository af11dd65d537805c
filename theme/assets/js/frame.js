/* What the frame of a page does: the choice of scheme, a menu that closes, drawings that scroll by keyboard,
   terms that explain themselves, a key for the search. Everything else in it works without scripts. */
(() => {
  const root = document.documentElement;

  /* Scheme. Choosing what the system has anyway means following the system again. */
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const system = () => (dark.matches ? "slate" : "default");
  /** @param {string} scheme */
  const choose = (scheme) => {
    if (scheme === system()) delete root.dataset.mdColorScheme;
    else root.dataset.mdColorScheme = scheme;
    try {
      if (scheme === system()) localStorage.removeItem("open-channel-scheme");
      else localStorage.setItem("open-channel-scheme", scheme);
    } catch {
      /* Storage is closed to this page: the choice lasts as long as the page. */
    }
  };
  document.querySelector(".scheme")?.addEventListener("click", () => {
    choose((root.dataset.mdColorScheme ?? system()) === "slate" ? "default" : "slate");
  });

  /* Menu. */
  const menu = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".menu"));
  document.addEventListener("click", (event) => {
    if (menu && !menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
  });
  menu?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });

  /* A drawing wider than the screen scrolls in its box; the box must then take the focus for the arrow keys. */
  const reach = () => {
    for (const box of document.querySelectorAll(".wide, .narrow, .slim, .scroll, .oc pre")) {
      if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
      else box.removeAttribute("tabindex");
    }
  };
  reach();
  addEventListener("resize", reach);

  /* Copying: the citation beside the button, or the file that it names; of oEmbed the code alone. */
  /** @param {string} file */
  const text = async (file) => {
    const answer = await fetch(file);
    if (!answer.ok) throw new Error(`${answer.status}`);
    return file === "oembed.json" ? (await answer.json()).html : answer.text();
  };
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll(".copy"))) {
    button.addEventListener("click", async () => {
      const { copy } = button.dataset;
      const said = () => button.closest(".cite")?.querySelector("p")?.textContent?.trim() ?? "";
      try {
        await navigator.clipboard.write([new ClipboardItem({ "text/plain": copy ? text(copy) : said() })]);
        button.childNodes[0].nodeValue = "copied";
      } catch {
        /* No leave to write to the clipboard, or no way to the file: the link beside the button still leads to it. */
        button.childNodes[0].nodeValue = "not copied";
      }
    });
  }

  /* A link to the timeline becomes a box that shows it here. What draws it is fetched when it is opened. */
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".tlbox > a"))) {
    const box = document.createElement("details");
    const summary = document.createElement("summary");
    box.className = "tlbox";
    summary.append(link.textContent ?? "");
    box.append(summary);
    link.parentElement?.replaceWith(box);
    box.addEventListener("toggle", () => import("./timeline/box.js").then(({ fill }) => fill(box, link)).catch(() => box.append(link)), { once: true });
  }

  /* A term explains itself where it stands. What shows its meaning is fetched when one is first reached; a finger's first
     tap shows it, the next follows the link, as any does where that cannot be fetched. */
  let finger = false;
  document.addEventListener("pointerdown", ({ pointerType }) => (finger = pointerType === "touch"), true);
  document.addEventListener("keydown", () => (finger = false), true);
  for (const kind of ["pointerover", "focusin", "click"]) {
    document.addEventListener(kind, (event) => {
      const link = /** @type {Element} */ (event.target).closest?.('a[href*="glossary/#"]');
      if (!(link instanceof HTMLAnchorElement) || finger !== (kind === "click")) return;
      if (kind === "click" && link.hasAttribute("aria-describedby")) return;
      if (kind === "click") event.preventDefault();
      import("./terms.js").then(({ explain }) => explain(link, finger)).catch(() => kind === "click" && location.assign(link.href));
    });
  }

  /* A slash leads to the filter of a timeline, which shows that key, else to the search: to the field of this page that can be
     seen, or to the page that has one. */
  document.addEventListener("keydown", (event) => {
    const busy = /** @type {Element} */ (event.target).closest("input, select, textarea, [contenteditable]");
    if (event.key !== "/" || busy || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const field = [".filters [type=search]", "[role=search] input"]
      .flatMap((place) => [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(place))])
      .find((one) => one.checkVisibility());
    event.preventDefault();
    if (field) {
      field.focus();
      field.select();
    } else /** @type {HTMLAnchorElement | null} */ (document.querySelector(".find-open"))?.click();
  });
})();
