/**
 * What a link leads to stays in place while what stands around it is laid out: in a long article what
 * is far from the window waits for that (reader.css).
 */

/** Begin with what this page's own address leads to, unless the browser puts the page where it was. */
export function start() {
  addEventListener("hashchange", () => hold());
  const [arrival] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (arrival?.type === "navigate") hold();
}

function hold(frames = 6) {
  document.querySelector(".bitext :target")?.scrollIntoView({ behavior: "instant" });
  if (frames) requestAnimationFrame(() => hold(frames - 1));
}
