import type { Reader } from "../inputs/readers";
import { jsonOrNothing } from "../text/json";

/** An object whose fields are not checked: Gong may add some and leave others out (G11). */
export type Loose = Readonly<Record<string, unknown>>;

/** An event of Gong's automation rules: a call as `POST /v2/calls/extensive` gives it (G44). */
export interface CallEvent extends Loose {
  readonly callData: Loose & { readonly metaData: Loose & { readonly id: string } };
}

/** The value as an event when it names the call that it is about; else nothing. */
export function toCallEvent(value: unknown): CallEvent | undefined {
  const { id } = loose(loose(loose(value).callData).metaData);
  return typeof id === "string" && id !== "" ? (value as CallEvent) : undefined;
}

/** An event, or what a step hands on with the event in it: the trigger's results or their body. */
export const readEvent: Reader<CallEvent> = (given, refuse) => {
  const value = typeof given === "string" ? jsonOrNothing(given) : given;
  const { data } = loose(loose(value).body ?? value);
  return (
    toCallEvent(value) ??
    toCallEvent(typeof data === "string" ? jsonOrNothing(data) : data) ??
    refuse("must be an event of Gong's automation rules, with callData.metaData.id")
  );
};

/**
 * The call's ID, by which repeats are known (G44), whether the event is a test (G43), and whether
 * the call is private, which the call itself says where Gong says nothing beside it (G62).
 */
export function factsOf({ callData: { metaData }, isTest, isPrivate }: CallEvent) {
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
