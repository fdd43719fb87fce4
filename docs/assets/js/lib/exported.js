/** The file that a reader's bookmarks and places are exported to, and imported from. */

import { bookmarks, soundBookmarks } from "./bookmarks.js";
import { places } from "./places.js";

// Readers have such files: bookmarks go on being called marks in them, as they once were.
const FORMAT = "safhatan-marks";
const VERSION = 1;
const MOST = 5e6; // bytes; browsers keep no more

/** All bookmarks and places, as the file holds them. */
export const exported = () =>
  JSON.stringify({ format: FORMAT, version: VERSION, marks: bookmarks(), places: places() });

/**
 * Read such a file. `total` is how many bookmarks it has, of which not all may be sound; its places
 * may have any shape. Throws where it is another file.
 * @param {File} file
 * @returns {Promise<{ sound: Bookmark[], total: number, places: unknown[] }>}
 */
export async function read(file) {
  const content = file.size < MOST && JSON.parse(await file.text());
  const { format, version, marks, places = [] } = content;
  if (format !== FORMAT || version !== VERSION || ![marks, places].every(Array.isArray)) {
    throw new Error(`${file.name}: not a file of bookmarks`);
  }
  return { sound: soundBookmarks(marks), total: marks.length, places };
}
