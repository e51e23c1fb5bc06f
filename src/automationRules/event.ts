import type { Reader } from "../inputs/readers";
import { parseJson } from "../text/json";

/** What a flow wants to know of an event before it reads the call. */
export interface EventFacts {
  /** Gong's id of the call. Events have no id of their own, so repeated ones are told by it (G44). */
  readonly callId: string;
  /** Whether it comes from "Test now" in Gong (G43). */
  readonly isTest: boolean;
  /** Whether the call is private. */
  readonly isPrivate: boolean;
}

/** An object whose fields are not checked: Gong may add some and leave others out (G11). */
export type Loose = Readonly<Record<string, unknown>>;

/** An event of Gong's automation rules, known to be about a call (G44). */
export interface CallEvent extends Loose {
  readonly callData: CallData;
}

/** The call as `POST /v2/calls/extensive` gives it. */
interface CallData extends Loose {
  readonly metaData: Loose & { readonly id: string };
}

/** Takes a value for an event when it names the call that it is about. */
export function toCallEvent(value: unknown): CallEvent | undefined {
  const { id } = loose(loose(loose(value).callData).metaData);
  return typeof id === "string" && id !== "" ? (value as CallEvent) : undefined;
}

/** An event, or what a step hands on with the event in it: the trigger's results or their body. */
export const readEvent: Reader<CallEvent> = (given, refuse) => {
  const value = parsed(given);
  const body = loose(value).body ?? value;
  return (
    toCallEvent(value) ??
    toCallEvent(loose(body).data) ??
    refuse("must be an event of Gong's automation rules, with callData.metaData.id")
  );
};

/** What JSON text stands for, ids whole (G17); any other value as it is. */
export function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return parseJson(value);
  } catch {
    return undefined;
  }
}

/** Reads the facts; where Gong says nothing beside the call, the call itself tells (G44). */
export function factsOf({ callData: { metaData }, isTest, isPrivate }: CallEvent): EventFacts {
  return {
    callId: metaData.id,
    isTest: isTest === true,
    isPrivate: (isPrivate ?? metaData.isPrivate) === true,
  };
}

/** The fields of a value; none when it is no object. */
export function loose(value: unknown): Loose {
  return typeof value === "object" && value !== null ? (value as Loose) : {};
}

/** The objects in a list; none when it is no list. */
export function looseList(value: unknown): Loose[] {
  return Array.isArray(value) ? value.map(loose) : [];
}
