/** Which articles the links of a list lead to. */

import { address } from "./address.js";

/** The article that an address leads to, "" if to none. */
export function articleAt(href = "") {
  const root = new URL("articles/", address()).href;
  const [, article = ""] = href.startsWith(root) ? /^([^/]+)\/(?:[?#].*)?$/.exec(href.slice(root.length)) ?? [] : [];
  return decodeURIComponent(article);
}
