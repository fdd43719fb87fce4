/** Running features: each is fetched when it is first wanted; a fault in one stops no other. */

/**
 * What was asked of, by name. One promise each: two imports of one module may settle in another order
 * than they were made.
 */
export const features = /** @type {Map<string, Promise<any>>} */ (new Map());

/**
 * Call a function of a feature. If it fails the reader is told, unless the page started it by itself.
 * @param {string} name the feature's
 * @param {string} task the function's
 * @param {unknown[]} what its arguments
 */
export async function run(name, task, ...what) {
  try {
    const feature = features.get(name) ?? import(`../features/${name}.js`);
    features.set(name, feature);
    await (await feature)[task](...what);
  } catch (error) {
    features.delete(name); // it may be fetched the next time
    console.error(`${name}: ${error}`);
    if (task === "start") return;
    (await import("./notice.js")).say("failed");
  }
}
