import path from "node:path";
import type { OutputSchema } from "@prismatic-io/spectral";
import { createComponentManifest } from "@prismatic-io/spectral/dist/generators/componentManifest";
import { type BuiltComponent, root } from "../component";

type BuiltSchema = NonNullable<BuiltComponent["actions"][string]["outputSchema"]>;

const spectral = path.join(root, "node_modules/@prismatic-io/spectral");

/**
 * Writes the manifest's TypeScript with spectral's own generator, into a folder that it empties.
 * The generator asks the `prism` on the path for the signature of the build in `dist/`.
 *
 * @param packageName what the package is called, and imported as
 */
export async function generateManifest(
  component: BuiltComponent,
  folder: string,
  packageName: string,
): Promise<void> {
  const { version } = require(path.join(spectral, "package.json")) as { version: string };
  await createComponentManifest({
    component: withAuthoredSchemas(component),
    dryRun: false,
    // With --published, the platform was asked before.
    skipSignatureVerify: true,
    packageName,
    spectralVersion: version,
    verbose: false,
    sourceDir: path.join(spectral, "dist/generators/componentManifest/templates"),
    destinationDir: folder,
    registry: null,
  });
}

/**
 * Output schemas as the manifest's type has them. In a built component they are JSON text, which
 * `componentManifests()` refuses; the generator copies text into the code as it stands, so the text
 * is made an expression of the right type. True for spectral 10.31.
 */
function withAuthoredSchemas(component: BuiltComponent): BuiltComponent {
  const actions = Object.entries(component.actions).map(([key, action]) => {
    const outputSchema = action.outputSchema && sourceOf(authored(action.outputSchema));
    return [key, { ...action, outputSchema }];
  });
  return { ...component, actions: Object.fromEntries(actions) };
}

function authored(built: BuiltSchema): OutputSchema {
  if (built.type === "actionOutput") return { type: built.type, schema: JSON.parse(built.schema) };
  const schemas = built.branchSchemas.map(({ name, schema }) => [name, JSON.parse(schema)]);
  return { type: built.type, branchSchemas: Object.fromEntries(schemas) };
}

const sourceOf = (schema: OutputSchema) =>
  `${JSON.stringify(schema, null, 2)} as import("@prismatic-io/spectral").OutputSchema`;
