import { discovery } from "./discovery";
import { onboarding } from "./onboarding";
import { pricing } from "./pricing";
import { renewal } from "./renewal";
import type { Script } from "./script";
import { support } from "./support";

export { closings, openings } from "./opening";

/** Every conversation that a company can have; add one here and in a file of its own. */
export const scripts = { discovery, pricing, onboarding, renewal, support } satisfies Record<
  string,
  Script
>;

/** What a call is mostly about. */
export type TopicName = keyof typeof scripts;

/** All topics, in a fixed order that draws depend on. */
export const topicNames = Object.keys(scripts) as TopicName[];

/** The script of a topic. */
export function scriptFor(topic: TopicName): Script {
  return scripts[topic];
}
