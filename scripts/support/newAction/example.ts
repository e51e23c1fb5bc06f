import { type Schema, schemaOf } from "../../../src/schemas";
import { textFor } from "./inputs";
import type { NewOperation } from "./operation";

/** A made-up answer, or record of a list, that fits the output schema, as far as names tell. */
export function exampleOf({ route, records }: NewOperation): unknown {
  const { requestId: _, records: __, ...fields } = schemaOf({ route }).properties ?? {};
  const record = records && fields[records]?.items;
  return record ? sampleOf(record, records) : sampleOf({ type: "object", properties: fields }, "");
}

function sampleOf(schema: Schema, name: string): unknown {
  const types = [schema.type ?? "string"].flat();
  if (types.includes("array")) return schema.items ? [sampleOf(schema.items, name)] : [];
  if (types.includes("object")) {
    const fields = Object.entries(schema.properties ?? {});
    return Object.fromEntries(fields.map(([key, value]) => [key, sampleOf(value, key)]));
  }
  if (types.includes("string") && types.includes("integer")) return "6843152929075440037";
  if (types.includes("boolean")) return true;
  if (types.includes("integer") || types.includes("number")) return 1;
  if (schema.format === "date-time") return "2026-03-01T09:00:00Z";
  // A description that ends with known values names them: "…: A, B, or C".
  return /(?:^|: )([A-Z][\w-]*)(?:, | or )/.exec(schema.description ?? "")?.[1] ?? textFor(name);
}
