import type { componentRegistry, configPages } from "../src";

type Pages = typeof configPages;
type Registry = typeof componentRegistry;

/** Tells spectral's types which config variables and which components there are. */
declare module "@prismatic-io/spectral" {
  interface IntegrationDefinitionConfigPages extends Pages {}
  interface IntegrationDefinitionComponentRegistry extends Registry {}
}
