import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Clock } from "./clock";
import { GongError } from "./errors";
import { canonicalJson } from "./json";
import { type Instant, second } from "./time";

/** About 100 in Gong, which gives no way to choose (G12). */
export const pageSize = 100;

/** The `records` member of every paged answer (G12). No cursor: the last page. */
export interface Records {
  totalRecords: number;
  currentPageSize: number;
  currentPageNumber: number;
  cursor?: string;
}

/** What a route knows about the list that it pages through. */
export interface PageRequest<T> {
  /** Names the operation, so that its cursors work nowhere else. */
  operation: string;
  /** Everything the caller sent but the cursor; it must stay the same between pages (G12). */
  inputs: unknown;
  cursor: string | undefined;
  /** All records that match, in any order. */
  list: readonly T[];
  /** How many more match but cannot be shown yet: they count in `totalRecords` (G15). */
  hidden?: number;
  /** Text that is unique for each record; pages follow its order. */
  keyOf(record: T): string;
}

/** Cuts lists into pages and checks the cursors that come back. */
export interface Pager {
  /** @throws GongError 400 when the cursor is expired, forged or used with other inputs (G14) */
  page<T>(request: PageRequest<T>): { records: Records; items: T[] };
}

interface Position {
  fingerprint: string;
  /** Key of the last record of the page before; survives records that come or go in between. */
  after: string;
  pageNumber: number;
  /** When the first page was asked for: the age of a cursor counts from there (G14). */
  startedAt: Instant;
}

/** Cursors are signed tokens with an age (G14), shaped like the ones in Gong's examples. */
export function createPager(clock: Clock, secret: string, lifetimeSeconds: number): Pager {
  const sign = (text: string) => createHmac("sha256", secret).update(text).digest("base64url");
  const header = encode({ alg: "HS256" });

  function write(position: Position): string {
    const signed = `${header}.${encode(position)}`;
    return `${signed}.${sign(signed)}`;
  }

  function read(cursor: string, fingerprint: string): Position {
    const end = cursor.lastIndexOf(".");
    const [signed, signature] = [cursor.slice(0, end), cursor.slice(end + 1)];
    const expected = Buffer.from(sign(signed));
    const given = Buffer.from(signature);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) throw unverified();
    const payload = signed.slice(signed.indexOf(".") + 1);
    const position = JSON.parse(Buffer.from(payload, "base64url").toString()) as Position;
    if (position.fingerprint !== fingerprint) throw unverified();
    if (clock.now() - position.startedAt >= lifetimeSeconds * second) {
      throw new GongError(400, "cursor has expired");
    }
    return position;
  }

  return {
    page({ operation, inputs, cursor, list, hidden = 0, keyOf }) {
      const fingerprint = createHash("sha256")
        .update(canonicalJson([operation, inputs]))
        .digest("base64url");
      const position = cursor === undefined ? undefined : read(cursor, fingerprint);
      const pageNumber = position?.pageNumber ?? 0;

      const all = list
        .map((record) => ({ record, key: keyOf(record) }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
      const rest = position ? all.filter(({ key }) => key > position.after) : all;
      const page = rest.slice(0, pageSize);
      const last = page.at(-1);
      const records: Records = {
        totalRecords: all.length + hidden,
        currentPageSize: page.length,
        currentPageNumber: pageNumber,
      };
      if (last && rest.length > page.length) {
        records.cursor = write({
          fingerprint,
          after: last.key,
          pageNumber: pageNumber + 1,
          startedAt: position?.startedAt ?? clock.now(),
        });
      }
      return { records, items: page.map(({ record }) => record) };
    },
  };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function unverified(): GongError {
  return new GongError(400, "failed to verify cursor");
}
