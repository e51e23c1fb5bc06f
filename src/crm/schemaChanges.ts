/** A field as it is uploaded, and as answers give it; answers may call the unique name `name`. */
export interface Field {
  readonly uniqueName?: string | null;
  readonly name?: string | null;
  readonly label?: string | null;
  readonly type?: string | null;
  readonly lastModified?: string | null;
  readonly isDeleted?: boolean | null;
  readonly referenceTo?: string | null;
  readonly orderedValueList?: readonly string[] | null;
}

/** What an upload would do to a schema. */
export interface SchemaChanges {
  /** Unique names of new fields. */
  readonly added: readonly string[];
  /** Unique names of fields that stay, with something else about them. */
  readonly changed: readonly string[];
  /** Unique names of fields whose data goes: deleted ones, and those of another type (G59). */
  readonly losesDataOf: readonly string[];
  /** All fields to send, since what is left out is an error (G39, G59). */
  readonly fields: readonly Field[];
}

/**
 * Compares wanted fields with those that are there. A field that is not mentioned stays, unless
 * `deletesOthers`; of one that is mentioned, what is not given stays.
 */
export function schemaChanges(
  present: readonly Field[],
  wanted: readonly Field[],
  deletesOthers: boolean,
): SchemaChanges {
  const before = new Map(present.filter(isKept).map((field) => [keyOf(field), toRequest(field)]));
  const after = new Map(before);
  if (deletesOthers) {
    for (const [key, field] of before) after.set(key, { ...field, isDeleted: true });
  }
  for (const field of wanted) {
    const key = keyOf(field);
    const known = before.get(key);
    after.set(key, { ...(known ?? { label: key }), ...toRequest(field), uniqueName: key });
  }
  // What is not there needs no deletion.
  for (const [key, field] of after) if (field.isDeleted && !before.has(key)) after.delete(key);
  const keys = [...after.keys()];
  const isLost = (key: string) => {
    const [old, now] = [before.get(key), after.get(key)];
    return old !== undefined && (now?.isDeleted === true || now?.type !== old.type);
  };
  return {
    added: keys.filter((key) => !before.has(key)),
    changed: keys.filter(
      (key) => before.has(key) && !isLost(key) && !isSame(before.get(key), after.get(key)),
    ),
    losesDataOf: keys.filter(isLost),
    fields: [...after.values()],
  };
}

const keyOf = ({ uniqueName, name }: Field): string => uniqueName ?? name ?? "";

const isKept = (field: Field): boolean => field.isDeleted !== true && keyOf(field) !== "";

/** Without what answers give as null, and under the name that requests have. */
function toRequest({ name, ...field }: Field): Field {
  const given = Object.entries({ ...field, uniqueName: keyOf({ ...field, name: name ?? null }) });
  return Object.fromEntries(given.filter(([, value]) => value !== null && value !== undefined));
}

/** When a schema was last modified is told anew with each upload, and changes nothing. */
function isSame(one: Field = {}, other: Field = {}): boolean {
  const textOf = ({ lastModified: _, isDeleted, ...field }: Field) =>
    JSON.stringify(Object.entries({ ...field, isDeleted: isDeleted ?? false }).sort());
  return textOf(one) === textOf(other);
}
