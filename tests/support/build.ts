import { loadComponent } from "../../scripts/support/component";
import { descriptionFile, hasDescription } from "./openapi";

/** Builds the bundle once for all tests that look at it, and says what cannot be tested. */
export default function build(): void {
  loadComponent();
  if (!hasDescription) {
    process.stderr.write(
      `\n${descriptionFile} is missing: tests that compare requests with Gong's description are skipped.\n`,
    );
  }
}
