const keyOf = (callId: string) => `gong:downloadMediaUrl:${callId}`;

/**
 * What Create New Call leaves in the state of the execution when Gong fetches the recording itself,
 * so that Add Call Media can refuse a second recording before it sends one (G26).
 */
export function mediaUrlMark(callId: string): Record<string, unknown> {
  return { [keyOf(callId)]: true };
}

/** Whether this execution made the call with a Download Media URL. */
export function hasMediaUrlMark(state: Record<string, unknown> | undefined, callId: string) {
  return state?.[keyOf(callId)] === true;
}
