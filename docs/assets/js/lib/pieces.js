/** Doing much to a long article in pieces, so that the page answers meanwhile. */

/**
 * Do a task with each paragraph of the article but its title: with the first at once.
 * @param {(pair: Element) => unknown} task
 * @param {() => unknown} [done] is called after the last
 */
export function withEachPair(task, done) {
  const pairs = [...document.querySelectorAll(".pair:not(.title)")];
  const go = () => {
    pairs.splice(0, 24).forEach(task); // in a few milliseconds, on a slow phone too
    if (pairs.length) setTimeout(go);
    else done?.();
  };
  go();
}
