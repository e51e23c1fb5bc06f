import type { Party } from "../operations/answers";

/** One speaker of a transcript, by the name that readers see. */
export interface Speaker {
  /** Gong's ID of the speaker within the call; null where Gong names none. */
  readonly speakerId: string | null;
  readonly name: string;
  /** `Internal` for the company's own people, `External` for others, or `Unknown`. */
  readonly affiliation: string;
  readonly title: string | null;
  readonly emailAddress: string | null;
  readonly userId: string | null;
}

/**
 * Finds the speaker for each speaker ID of a call: by name, else by email address. Speakers that
 * no party stands for, or only one without either, are kept apart as "Unknown speaker 2".
 *
 * @returns a function to call with the IDs in the order of the transcript
 */
export function speakerFinder(parties: readonly Party[]) {
  const byId = new Map(
    parties.flatMap((party) => (party.speakerId ? [[String(party.speakerId), party]] : [])),
  );
  const found = new Map<string | null, Speaker>();
  let unknown = 0;
  return (speakerId: Party["speakerId"]): Speaker => {
    const id = speakerId ? String(speakerId) : null;
    const known = found.get(id);
    if (known) return known;
    const party = id === null ? undefined : byId.get(id);
    const speaker: Speaker = {
      speakerId: id,
      name: oneLine(party?.name ?? "") || party?.emailAddress || `Unknown speaker ${++unknown}`,
      affiliation: party?.affiliation ?? "Unknown",
      title: party?.title ?? null,
      emailAddress: party?.emailAddress ?? null,
      userId: party?.userId ?? null,
    };
    found.set(id, speaker);
    return speaker;
  };
}

/** Text without line breaks, which would end a cue, a heading, or a paragraph. */
export function oneLine(text: string): string {
  // Most texts are fine, and looking is cheap.
  return /^\s|\s\s|[^\S ]|\s$/.test(text) ? text.replace(/\s+/g, " ").trim() : text;
}
