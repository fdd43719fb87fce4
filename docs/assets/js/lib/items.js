/** Items of the lists of bookmarks and of articles to continue. */

import { articlePath } from "./address.js";
import { find, inBoth } from "./elements.js";

/**
 * A new item of the template within an element, with a link to a sentence or paragraph by its id.
 * @param {Element} element
 * @param {Bookmark | Place} to has the article and the link's texts
 */
export function item(element, to, id = "") {
  const { content } = find(element, "template");
  const made = find(document.importNode(content, true), "li");
  const link = find(made, "a");
  link.href = articlePath(to.article, id);
  link.append(...inBoth(to.arabic, to.english));
  return made;
}
