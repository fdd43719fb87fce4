/** Going from one sentence whose English nobody has approved to the next. */

import { choose, current, focus } from "../lib/current.js";
import { say } from "../lib/notice.js";
import { idAt, ids, sentences, shown, topmost } from "../lib/sentences.js";

/** Choose the next such sentence after the current one, or from what is in view on; after the last, the first. */
export function open() {
  const waiting = new Set(
    sentences.flatMap(({ dataset }) => (dataset.state && dataset.state !== "reviewed" ? `${dataset.pair}` : [])),
  );
  const from = current ? ids.indexOf(current) + 1 : Math.max(ids.indexOf(idAt(topmost())), 0);
  const next = [...ids.slice(from), ...ids.slice(0, from)].find((id) => waiting.has(id));
  if (!next) return say("reviewed");
  choose(next);
  focus();
  shown(next)?.scrollIntoView({ block: "center" });
}
