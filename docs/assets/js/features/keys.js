/** The dialog that lists the keys. */

import { show } from "../lib/dialog.js";

/** Open the dialog. */
export const open = () => show("keys");
