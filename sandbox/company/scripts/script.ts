/** Who says a line: someone of ours, or someone of the customer's. */
export type Side = "rep" | "customer";

/** A turn is what one side says without being interrupted; {slots} are filled with facts of the call. */
export type Turn = readonly [side: Side, text: string];

/** Turns that make sense together and in this order. */
export type Exchange = readonly Turn[];

/** What people talk about in one kind of conversation. */
export interface Script {
  /** The name Gong gives to the topic of such a passage. */
  topic: string;
  titles: readonly string[];
  purpose: string;
  /** In any order, as many as the length of the call has room for. */
  exchanges: readonly Exchange[];
  brief: string;
  keyPoints: readonly string[];
  nextSteps: readonly string[];
}
