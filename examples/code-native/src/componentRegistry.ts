import gong from "@component-manifests/gong";
import { componentManifests } from "@prismatic-io/spectral";

/** The components that the flows use, by the typed manifest that `npm run manifest` makes. */
export const componentRegistry = componentManifests({ gong });
