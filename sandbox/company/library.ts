import type { Random } from "../random";
import { day, formatInstant, type Instant } from "../time";
import { known } from "./known";
import type { Folder, FolderCall } from "./records";
import type { Call, Company } from "./types";

const tree: [name: string, parent: string | null][] = [
  ["Onboarding library", null],
  ["First week", "Onboarding library"],
  ["Product knowledge", "Onboarding library"],
  ["Best of discovery", null],
  ["Openings that work", "Best of discovery"],
  ["Handling price objections", null],
  ["Competitors", "Handling price objections"],
  ["Customer stories", null],
];

/** Nested folders in each workspace, with calls of that workspace in them. */
export function createFolders(
  random: Random,
  { users, workspaces, calls }: Pick<Company, "users" | "workspaces" | "calls">,
  now: Instant,
): Folder[] {
  const curators = users.filter(({ active, avatar }) => active && !avatar);
  return workspaces.flatMap((workspace) => {
    const own = calls.filter((call) => call.workspaceId === workspace.id && !call.isPrivate);
    const ids = new Map<string, string>();
    return tree.map(([name, parent], index): Folder => {
      const drawn = random.id();
      const isKnown = workspace === workspaces[0] && index === 4;
      const id = isKnown ? known.folder : drawn;
      ids.set(name, id);
      // A folder is fuller the deeper it lies; one at the root may be empty.
      const chosen = random.sample(own, parent ? random.int(3, 12) : random.int(0, 4));
      const createdBy = random.pick(curators).id;
      return {
        id,
        workspaceId: workspace.id,
        name,
        parentFolderId: (parent && ids.get(parent)) ?? "null",
        createdBy,
        updated: formatInstant(now - random.int(1, 60) * day, { offsetMinutes: -420 }),
        calls: chosen.map((call) => createFolderCall(random, call, createdBy)),
      };
    });
  });
}

function createFolderCall(random: Random, call: Call, addedBy: string): FolderCall {
  const fromSec = random.int(10, Math.max(10, Math.floor(call.duration / 2)));
  return {
    callId: call.id,
    note: random.pick(["Listen to the pause after the price.", "A model opening.", null]),
    addedBy,
    created: formatInstant(call.startedAt + day, { offsetMinutes: -420 }),
    snippet: random.chance(0.6) ? { fromSec, toSec: fromSec + random.int(20, 90) } : null,
  };
}
