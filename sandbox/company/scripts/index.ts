import { discovery } from "./discovery";
import { onboarding } from "./onboarding";
import { pricing } from "./pricing";
import { renewal } from "./renewal";
import type { Script } from "./script";
import { support } from "./support";

export { closings, openings } from "./opening";

export const scripts = { discovery, pricing, onboarding, renewal, support } satisfies Record<
  string,
  Script
>;

export type TopicName = keyof typeof scripts;

export const topicNames = Object.keys(scripts) as TopicName[];

export function scriptFor(topic: TopicName): Script {
  return scripts[topic];
}
