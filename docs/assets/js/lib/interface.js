/**
 * The language of the interface where a style sheet cannot choose it: accessible names, tips,
 * options of a list, the signs of states. Their texts stand beside them (`data-name-ar`, …), made
 * by scripts/bitext/pages/interface.py.
 */

const page = document.documentElement;
const { dataset } = page;

/** What an element has under `data-name-…` in the language of the interface, or else in both. */
export function nameOf(/** @type {Element} */ element) {
  const named = (/** @type {string} */ language) => element.getAttribute(`data-name-${language}`);
  return named(dataset.ui) ?? ["ar", "en"].map(named).join(" · ");
}

/** What the page has for scripts to say; not a heading of somebody's page that is called “Notices”. */
export const notices = () =>
  /** @type {HTMLTemplateElement} */ (document.querySelector("template#notices")).content;

/** Name everything within a root. @param {ParentNode} root */
export function nameAll(root = document) {
  for (const one of root.querySelectorAll("[data-name-en]")) {
    const name = nameOf(one);
    for (const attribute of ["aria-label", "title"]) {
      if (one.hasAttribute(attribute)) one.setAttribute(attribute, name);
    }
    // What is hidden names something else (aria-labelledby), which hears all that stands in it.
    if (one.matches("option, p[hidden]")) one.textContent = name;
  }
  for (const sign of /** @type {NodeListOf<HTMLElement>} */ (notices().querySelectorAll("dl > *"))) {
    const [name, about] = [...sign.children].map(nameOf);
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(`small.state.${sign.dataset.sign}`))) {
      one.title = /** @type {string} */ (about);
      one.querySelector("span")?.replaceChildren(`(${name})`);
      one.lang = page.lang;
    }
  }
}

/** Name everything again when the reader chooses another language. */
export function follow() {
  nameAll();
  new MutationObserver(() => nameAll()).observe(page, { attributeFilter: ["data-ui"] });
}
