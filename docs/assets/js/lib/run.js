/** Features are fetched when they are wanted, and what goes wrong in one stays within it. */

/**
 * Call a function of a feature. Where the reader asked for it, failing is said.
 * @param {string} name
 * @param {string} task
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
