/** Asking the site's service worker (docs/assets/offline/worker.js), which alone keeps and lets go. */

import { address } from "./address.js";

const PATIENCE = 3000; // milliseconds; a browser may stop a worker in the middle of its work
const TRIES = 40;

/**
 * @typedef {{ all: boolean, kept: boolean, bytes: number, missing: [path: string, bytes: number][] }}
 *   OfflineStatus how an article is kept, or everything
 * @typedef {{ all: boolean, chosen: string[], read: string[] }} Available ids of articles
 * @typedef {{ look: OfflineStatus, keep: OfflineStatus, drop: OfflineStatus, take: void, available: Available }} Answers
 */

/** Whether the site has a worker here already. */
export async function isThere() {
  const { serviceWorker } = navigator;
  // Where it has none, this may be that of a site above it.
  return (await serviceWorker?.getRegistration(address()).catch(() => undefined))?.scope === address().href;
}

/** The worker, once it is ready. */
async function ready() {
  const site = await navigator.serviceWorker.register(address("sw.js"));
  const { active, waiting, installing } = site;
  const coming = installing ?? waiting;
  if (!active && coming) {
    await new Promise((done) => {
      coming.onstatechange = () => ["activated", "redundant"].includes(coming.state) && done(coming);
    });
  }
  if (!site.active) throw new Error("no worker");
  return site.active;
}

/**
 * Let the worker do a task; the same one twice does no harm. Throws an error of the name that the
 * worker's has.
 * @template {keyof Answers} Task
 * @param {Task} task
 * @param {{ article?: string, paths?: string[] }} what without an article: everything
 * @returns {Promise<Answers[Task]>}
 */
export async function ask(task, what = {}) {
  let worker = await ready();
  for (let turn = 0; turn < TRIES; turn += 1) {
    const { port1, port2 } = new MessageChannel();
    const answer = await new Promise((done) => {
      port1.onmessage = ({ data }) => done(data);
      setTimeout(done, PATIENCE);
      worker.postMessage({ task, ...what }, [port2]);
    });
    port1.close();
    if (answer && !answer.failed) return answer.said;
    const asked = worker;
    worker = await ready(); // that of a newer build may have taken its place, and all that it had
    if (answer && worker === asked) throw Object.assign(new Error(task), { name: answer.failed });
  }
  throw new Error("no answer");
}
