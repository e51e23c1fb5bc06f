import { loadComponent } from "../../scripts/support/component";

/** Builds the bundle once for all tests that look at it. */
export default function build(): void {
  loadComponent();
}
