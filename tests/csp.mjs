/** Prints what csp_evaluator finds in the policies named, a line each: severity, directive, value. */

import { CspEvaluator } from "csp_evaluator";
import { CspParser } from "csp_evaluator/dist/parser.js";

for (const policy of process.argv.slice(2)) {
  const { csp } = new CspParser(policy);
  for (const { severity, directive, value, description } of new CspEvaluator(csp).evaluate()) {
    console.log([severity, directive, value ?? "", description].join("\t"));
  }
}
