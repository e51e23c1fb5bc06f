import { loadComponent } from "../../scripts/support/component";

/** Builds the bundle once for all tests that look at it. */
export default function build(): void {
  // The local Gong is on this machine; workers and programs inherit it.
  process.env.GONG_ALLOW_LOCAL = "true";
  loadComponent();
}
