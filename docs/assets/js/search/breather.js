/** Letting the browser answer keys while much is being counted. */

const LONG = 12; // milliseconds, which a phone takes several times as long for

/** What is awaited again and again in work; it lets others in when they have waited long. */
export function breather() {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < LONG) return;
    await new Promise((done) => setTimeout(done));
    began = performance.now();
  };
}
