/** Prints what epubcheck finds in the EPUBs named, a line each; nothing where all is well. */

import { readFileSync } from "node:fs";
import { EpubCheck } from "@likecoin/epubcheck-ts";

for (const path of process.argv.slice(2)) {
  const { valid, messages } = await EpubCheck.validate(readFileSync(path));
  for (const { severity, id, message, location } of messages) {
    console.log(path, severity, id, message, JSON.stringify(location ?? ""));
  }
  if (!valid && !messages.length) console.log(path, "is not valid");
}
