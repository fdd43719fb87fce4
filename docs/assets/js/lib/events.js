/** What features tell each other, on the document. tests/safhatan.d.ts declares the events. */

/**
 * Tell whatever part of the page listens that something has happened.
 * @template {keyof SafhatanEvents} Name
 * @param {Name} name
 * @param {SafhatanEvents[Name]} detail what the event carries as its `detail`
 * @returns {boolean} false if a listener cancels it
 */
export const dispatch = (name, detail) =>
  document.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));
