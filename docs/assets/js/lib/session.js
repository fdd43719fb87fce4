/** What is kept for this tab alone, while it is open; where nothing can be kept, nothing is. */

const keyOf = (name = "") => `${safhatan.base}safhatan.${name}`;

/** Keep something under a name, or with null no more. @param {string} name @param {unknown} content */
export function keepHere(name, content) {
  try {
    sessionStorage.setItem(keyOf(name), JSON.stringify(content));
  } catch {
    // Refused, or full.
  }
}

/** What is kept under a name, null if nothing. @returns {any} */
export function keptHere(name = "") {
  try {
    return JSON.parse(`${sessionStorage.getItem(keyOf(name))}`);
  } catch {
    return null;
  }
}
