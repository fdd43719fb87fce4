/** Links that a script follows in the browser's place. */

/** Whether a press is left to the browser, because it opens the link in another tab or window. */
export const opensElsewhere = (/** @type {MouseEvent} */ { ctrlKey, metaKey, shiftKey }) =>
  ctrlKey || metaKey || shiftKey;
