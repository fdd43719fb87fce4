/**
 * Addresses within this site. They begin at the site's root, which the script in the page's head
 * knows, never at a script: the scripts' own folder may have any name. Only the fragments of HTML
 * that lie in that folder are found from there (parts.js).
 */

/** The address of one of the site's files or pages; `path` is its path from the site's root. */
export const address = (path = "") => new URL(safhatan.base + path, location.href);

/** Let this page's address ask for something (`?name=value`), or with "" ask for it no more. */
export function askFor(name = "", value = "") {
  const here = new URL(location.href);
  if (value) here.searchParams.set(name, value);
  else here.searchParams.delete(name);
  if (here.href !== location.href) history.replaceState(history.state, "", here);
}

/** The path, from the server's root, to an article, or to a sentence or paragraph of it by its id. */
export const articlePath = (article = "", id = "") =>
  `${safhatan.base}articles/${encodeURIComponent(article)}/${id && `#${id}`}`;
