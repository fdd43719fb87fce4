/** Running features: each is fetched when it is first wanted, and a fault in one stops no other. */

/**
 * Call a function of a feature. If it fails the reader is told, unless the page started it by itself.
 * @param {string} name the feature's
 * @param {string} task the function's
 * @param {unknown[]} what its arguments
 */
export async function run(name, task, ...what) {
  try {
    await (await import(`../features/${name}.js`))[task](...what);
  } catch (error) {
    console.error(`${name}: ${error}`);
    if (task === "start") return;
    (await import("./notice.js")).say("failed");
  }
}
