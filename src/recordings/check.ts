import { InputError } from "../inputs/InputError";
import { isGongFormat } from "./format";
import type { Inspection } from "./inspect";

/** Gong drops shorter recordings without a word (G27). */
const shortestSeconds = 60;

/** What is wrong with a recording. */
export interface Finding {
  /** The rest of a sentence that begins with "File". */
  readonly problem: string;
  /** Whether Gong certainly keeps no such file. */
  readonly isCertain: boolean;
}

/** What is wrong with a recording, as far as the file tells (G26, G27, G63). */
export function findingsOf({ format, seconds, isEstimate, isSilent }: Inspection): Finding[] {
  if (!format) {
    const problem =
      "does not look like WAV, MP3, MP4, MKV, or FLAC, the only formats that Gong accepts";
    return [{ problem, isCertain: false }];
  }
  if (!isGongFormat(format)) {
    return [
      { problem: `is ${format}; Gong accepts WAV, MP3, MP4, MKV, and FLAC`, isCertain: true },
    ];
  }
  const findings: Finding[] = [];
  if (seconds !== undefined && seconds < shortestSeconds) {
    const length = `${isEstimate ? "about " : ""}${Math.round(seconds * 10) / 10}`;
    const problem = `is ${length} seconds long; Gong drops recordings shorter than 60 seconds`;
    findings.push({ problem, isCertain: !isEstimate });
  }
  if (isSilent) findings.push({ problem: "is silent; Gong drops silence", isCertain: true });
  return findings;
}

/** @throws InputError for what Gong certainly does not keep, when that is to be refused */
export function refuseCertain(findings: readonly Finding[], label: string): void {
  const certain = findings.find(({ isCertain }) => isCertain);
  if (certain) throw new InputError(label, certain.problem);
}
