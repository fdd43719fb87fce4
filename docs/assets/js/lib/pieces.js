/** Doing much to a long article in pieces, so that the page answers meanwhile. */

const AT_ONCE = 24; // paragraphs

/**
 * Do a task with each paragraph of the article but its title: with the first at once.
 * @param {(pair: Element) => unknown} task
 * @param {() => unknown} [done] is called after the last
 */
export function withEachPair(task, done) {
  const pairs = [...document.querySelectorAll(".pair:not(.title)")];
  const go = () => {
    pairs.splice(0, AT_ONCE).forEach(task);
    if (pairs.length) setTimeout(go);
    else done?.();
  };
  go();
}
