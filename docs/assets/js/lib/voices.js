/** The voices that the browser can speak with. */

/** The voices for a language, `ar` or `en`. Some systems write `ar_EG` for `ar-EG`. */
export const voices = (language = "") =>
  speechSynthesis.getVoices().filter((one) => one.lang.toLowerCase().split(/[-_]/)[0] === language);

/** The voice to speak a language with: the system's own choice, or else the first there is. */
export function voiceFor(language = "") {
  const able = voices(language);
  return able.find((one) => one.default) ?? able[0];
}
