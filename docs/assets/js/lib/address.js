/**
 * Addresses within this site. They begin at the site's root, which the script in the page's head
 * knows, never at a script: the scripts' own folder may have any name. Only the fragments of HTML
 * that lie in that folder are found from there (parts.js).
 */

/** The address of one of the site's files or pages; `path` is its path from the site's root. */
export const address = (path = "") => new URL(safhatan.base + path, location.href);

/** The path, from the server's root, to a sentence or paragraph of an article by its id. */
export const articlePath = (article = "", id = "") =>
  `${safhatan.base}articles/${encodeURIComponent(article)}/#${id}`;
