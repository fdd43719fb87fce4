/** Copying texts. */

/** Copy a text. @returns {Promise<boolean>} whether it could be copied */
export async function copy(string = "") {
  try {
    await navigator.clipboard.writeText(string);
    return true;
  } catch {
    // Without https there is no clipboard to write to, but there is a command.
    document.oncopy = (event) => {
      event.clipboardData?.setData("text/plain", string);
      event.preventDefault();
    };
    const copied = document.execCommand("copy");
    document.oncopy = null;
    return copied;
  }
}
