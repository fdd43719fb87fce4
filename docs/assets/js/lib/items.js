/** Items of lists of what is kept. */

import { articlePath } from "./address.js";
import { find, text } from "./elements.js";

/**
 * An item of the template within an element; its link leads to a place in an article.
 * @param {Element} element
 * @param {Bookmark | Place} to
 */
export function item(element, to, id = "") {
  const { content } = find(element, "template");
  const made = find(document.importNode(content, true), "li");
  const link = find(made, "a");
  link.href = articlePath(to.article, id);
  link.append(text("ar", to.arabic), ...(to.english ? [text("en", to.english)] : []));
  return made;
}
