import { isUint8Array } from "node:util/types";
import { type OutputUnit, type Schema, Validator } from "@cfworker/json-schema";
import type { JSONSchema } from "json-schema-to-ts";
import { parseJson } from "../text/json";
import { redact } from "../text/redact";
import { kindOf, type Reader, type Refuse } from "./readers";
import { type Shape, withoutBlanks } from "./withoutBlanks";

/** A schema for the value of an input: an object or a list. */
export type InputSchema = JSONSchema & { readonly type: "object" | "array" };

/**
 * A structured value, as JSON text or as a ready value from an earlier step, checked against a
 * schema. Numbers beyond 2^53 in the text stay whole as text (G17). The problem names the place
 * inside the value, such as `[0].mediaChannelId`.
 *
 * @returns the value; nothing for an empty list or object, which Gong refuses in places (G29)
 */
export function readJson<T>(schema: InputSchema): Reader<T | undefined> {
  const validator = new Validator(schema as Schema, "7", false);
  return (given, refuse) => {
    const raw = toValue(given, refuse);
    const kind = schema.type === "array" ? "a list in JSON" : "an object in JSON";
    if (!fitsKind(raw, schema.type)) return refuse(`must be ${kind}, not ${kindOf(raw)}`);
    if (isDeeperThan(mostLevels, raw)) {
      return refuse(`must not be nested deeper than ${mostLevels} levels`);
    }
    const value = withoutBlanks(raw, schema as Shape);
    if (isEmpty(value) && !hasMinimum(schema)) return undefined;

    const { valid, errors } = validate(validator, value, refuse);
    if (valid) return value as T;
    const { place, problem } = explain(errors, schema, value);
    return refuse(problem, place);
  };
}

/** Deeper values would break what writes them out again, which goes down level by level. */
const mostLevels = 100;

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}

/** The validator stumbles over names with broken characters, which nothing could take anyway. */
function validate(validator: Validator, value: unknown, refuse: Refuse) {
  try {
    return validator.validate(value);
  } catch {
    return refuse("must have names without broken characters");
  }
}

function toValue(given: unknown, refuse: Refuse): unknown {
  if (typeof given !== "string") return withoutSurprises(given, refuse);
  try {
    return parseJson(given);
  } catch (error) {
    return refuse(`must be JSON; ${describeSyntax(given, error)}`);
  }
}

/** A ready value must survive being sent as JSON: no functions, no files, no circles. */
function withoutSurprises(given: unknown, refuse: Refuse): unknown {
  if (Buffer.isBuffer(given)) return refuse("must be JSON, not a file");
  try {
    const text = JSON.stringify(given, demandJson);
    if (text !== undefined) return JSON.parse(text);
  } catch {
    // What is wrong with it is in the refusal.
  }
  return refuse("must be JSON; it holds something that JSON has no form for");
}

/** Lets `JSON.stringify` fail where it would write something else than it was given. */
export function demandJson(this: unknown, name: string, value: unknown): unknown {
  const given = (this as Record<string, unknown>)[name];
  const isNoNumber = typeof value === "number" && !Number.isFinite(value);
  const isNoDate = value === null && given !== null;
  if (isUint8Array(given) || isNoNumber || isNoDate)
    throw new TypeError("JSON has no form for it.");
  return value;
}

/** Where the text stops being JSON, without showing the text. */
function describeSyntax(text: string, error: unknown): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
  if (position === undefined) return "it ends too early or has a wrong character in it";
  const before = text.slice(0, Number(position));
  const line = before.split("\n").length;
  const column = before.length - before.lastIndexOf("\n");
  return `it goes wrong in line ${line}, column ${column}`;
}

function fitsKind(value: unknown, type: "object" | "array"): boolean {
  if (type === "array") return Array.isArray(value);
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** Whether an empty value is a mistake to be named and not just a way of giving nothing. */
function hasMinimum(schema: InputSchema): boolean {
  const { minItems, required } = schema as { minItems?: number; required?: readonly string[] };
  return (minItems ?? 0) > 0 || (required?.length ?? 0) > 0;
}

/** Errors that only say that something inside them is wrong. */
const wrappers = ["properties", "items", "additionalProperties"];

function explain(errors: readonly OutputUnit[], schema: InputSchema, value: unknown) {
  const error = errors.find(({ keyword }) => !wrappers.includes(keyword));
  if (!error) return { place: "", problem: "has a shape that Gong does not take" };
  return {
    place: toPlace(error.instanceLocation),
    problem: toProblem(error, at(schema, error.keywordLocation), at(value, error.instanceLocation)),
  };
}

function toProblem({ keyword }: OutputUnit, rule: unknown, value: unknown): string {
  switch (keyword) {
    case "type":
      return typeof value === "number" && rule === "integer"
        ? "must be a whole number"
        : `must be ${typeName(rule)}, not ${kindOf(value)}`;
    case "enum":
      return `must be one of ${(rule as unknown[]).join(", ")}${otherKind(rule as unknown[], value)}`;
    case "required": {
      const present = Object.keys(value as object);
      const missing = (rule as string[]).filter((name) => !present.includes(name));
      return `needs ${missing.join(", ")}`;
    }
    case "false":
      return "is a field that Gong does not take";
    case "minItems":
      return `needs at least ${rule}`;
    case "minLength":
      return "must not be blank";
    case "maxLength":
      return `must have at most ${rule} characters`;
    case "minimum":
      return `must be ${rule} or more`;
    case "maximum":
      return `must be ${rule} or less`;
    case "pattern":
      return "has the wrong form";
    default:
      return "has a shape that Gong does not take";
  }
}

/** Says so when a value looks right and is of another kind, as "0" is beside 0. */
function otherKind(choices: readonly unknown[], value: unknown): string {
  return choices.some((choice) => typeof choice === typeof value) ? "" : `, not ${kindOf(value)}`;
}

function typeName(type: unknown): string {
  const names: Record<string, string> = {
    string: "text",
    number: "a number",
    integer: "a whole number",
    boolean: "true or false",
    array: "a list",
    object: "an object",
    null: "null",
  };
  const types = Array.isArray(type) ? type : [type];
  return types.map((name) => names[String(name)] ?? String(name)).join(" or ");
}

/** Names of fields that are longer are cut: the place is to be found, not to be read. */
const longestName = 60;

/**
 * `#/0/mediaChannelId` as people write it: `[0].mediaChannelId`. Names of unknown fields come from
 * the value, so one that is an address of somebody is not shown.
 */
function toPlace(location: string): string {
  return segments(location)
    .map((segment) =>
      /^\d+$/.test(segment) ? `[${segment}]` : `.${redact(segment).slice(0, longestName)}`,
    )
    .join("")
    .replace(/^\./, "");
}

function at(root: unknown, location: string): unknown {
  return segments(location).reduce<unknown>(
    (node, segment) => (node as Record<string, unknown> | undefined)?.[segment],
    root,
  );
}

function segments(location: string): string[] {
  return location
    .split("/")
    .slice(1)
    .map((segment) => decodeURIComponent(segment.replaceAll("~1", "/").replaceAll("~0", "~")));
}
