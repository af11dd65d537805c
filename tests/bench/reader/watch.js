/* Runs in every page that is measured, before its own scripts. Two tests are set beside it: `bench.ready` tells that the
   timeline is drawn in full and keeps what a reader does, `bench.answers` that it does so at once, which the console is told. A
   timeline counts its drawings in `data-drawn`. */
(() => {
  const LIMIT = 10000;
  const seen = { drawn: 0, answers: 0, tasks: [], clicks: [], shift: 0 };
  const watch = (type, take, options) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options });
  watch("longtask", (task) => seen.tasks.push(task.duration));
  watch("event", (event) => { if (event.interactionId) seen.clicks.push(event.duration); }, { durationThreshold: 16 });
  watch("layout-shift", (shift) => { if (!shift.hadRecentInput) seen.shift += shift.value; });

  /* A frame is on the screen when a task runs that was queued while it was made. */
  const task = () => new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.now());
    channel.port2.postMessage(0);
  });
  let framing = false;
  const next = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (act) => next((time) => {
    if (!framing) task().then(() => { framing = false; });
    framing = true;
    act(time);
  });
  /* When what has been done by now is on the screen: after this frame, where one is being made, or after the next. */
  const painted = () => (framing ? task() : new Promise((resolve) => { requestAnimationFrame(() => resolve(task())); }));
  const look = async (name, test) => {
    if (!bench[test]()) {
      requestAnimationFrame(() => look(name, test));
      return;
    }
    seen[name] = await painted();
    if (seen.drawn && seen.answers) console.debug("bench: answers");
  };
  requestAnimationFrame(() => look("drawn", "ready"));
  requestAnimationFrame(() => look("answers", "answers"));

  const changed = (root) => new Promise((resolve) => {
    const observer = new MutationObserver(() => { observer.disconnect(); resolve(true); });
    observer.observe(root, { attributeFilter: ["data-drawn"] });
    setTimeout(() => { observer.disconnect(); resolve(false); }, LIMIT);
  });

  /* From the click to the frame that shows what it did; nothing where a button is off. */
  const step = async (root, button) => {
    if (!button || button.disabled) return null;
    const from = performance.now();
    const done = changed(root);
    button.click();
    return await done ? await painted() - from : LIMIT;
  };

  globalThis.bench = {
    seen,
    /* Press one button after another until the time is up: milliseconds of each step. */
    steps: async (selector, buttons) => {
      const root = document.querySelector(selector);
      const found = [], end = performance.now() + LIMIT;
      for (const button of buttons) {
        await new Promise((resolve) => { setTimeout(resolve, 40); });
        const took = await step(root, document.querySelector(button));
        if (took !== null) found.push(took);
        if (performance.now() > end) break;
      }
      return found;
    },
    resources: () => performance.getEntriesByType("resource").filter((entry) => entry.startTime < seen.drawn).map((entry) => new URL(entry.name).pathname),
    elements: (selector) => [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility()).reduce((sum, each) => sum + each.querySelectorAll("*").length + 1, 0),
  };
})();
