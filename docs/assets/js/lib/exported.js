/** The file that a reader's bookmarks and places are exported to, and imported from. */

import { articlePath } from "./address.js";
import { bookmarks, soundBookmarks } from "./bookmarks.js";
import { places } from "./places.js";

// Readers have such files: bookmarks go on being called marks in them, as they once were.
const FORMAT = "safhatan-marks";
const VERSION = 1;
const MOST = 5e6; // bytes; browsers keep no more

/** All bookmarks and places, as the file holds them. */
export const exported = () =>
  JSON.stringify({ format: FORMAT, version: VERSION, marks: bookmarks(), places: places() });

/** A text as HTML, in which Anki finds no sound and no LaTeX: `[sound:…]`. @param {string} text */
const html = (text) =>
  text.replace(/[&<>"[]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\s*\n\s*/g, "<br>");

/** The full address of a bookmark's sentence. @param {Bookmark} bookmark */
const place = ({ article, sentence }) =>
  new URL(articlePath(article, sentence), location.href).href;

/** A cell of Anki's table: tabs part its cells, quotation marks are around it. @param {string} text */
const cell = (text) => `"${text.replace(/\s+/g, " ").replaceAll('"', '""')}"`;

/**
 * Bookmarks as a file for Anki, a card each: Arabic in front, English and note behind. A card is known
 * by its sentence's place, so that a newer file brings the older cards up to date.
 * @param {Bookmark[]} list
 */
export const cards = (list) =>
  "#separator:tab\n#html:true\n#notetype:Basic\n#guid column:1\n#tags column:4\n" +
  list
    .map((one) =>
      [
        `${one.article}#${one.sentence}`,
        `<div lang="ar" dir="rtl">${html(one.arabic)}</div>`,
        `<div lang="en" dir="ltr">${html(one.english)}</div><div dir="auto">${html(one.note)}</div>` +
          `<div dir="auto"><small><a href="${html(place(one))}">${html(one.title)}</a></small></div>`,
        `safhatan ${one.article}`,
      ]
        .map(cell)
        .join("\t"),
    )
    .map((line) => `${line}\n`)
    .join("");

/** Bookmarks as a text to be read. @param {Bookmark[]} list */
export const asText = (list) =>
  list
    .map((one) => [one.title, one.arabic, one.english, one.note, place(one)])
    .map((lines) => `${lines.filter(Boolean).join("\n")}\n`)
    .join("\n");

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
