import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type BuiltComponent, root } from "../component";
import { pngSize } from "./png";

/** Pixels of each side of an icon; smaller ones look blurred in the designer. */
const iconSide = 256;

/** Beside the icons, what a build makes. */
const built = ["index.js", "licenses.txt"];

/** Whether a build makes a file of this name. */
export const isBuilt = (file: string): boolean => built.includes(file) || file.endsWith(".png");

/**
 * Looks through a folder that is about to be published: the bundle loads, what the platform
 * demands is there, and nothing else is, since all of the folder is uploaded.
 *
 * @param shown what to call the folder in messages
 * @returns the component in it
 * @throws Error
 */
export function checkPackage(folder: string, shown = folder): BuiltComponent {
  const bundle = path.join(folder, "index.js");
  if (!existsSync(bundle)) {
    throw new Error(`${shown}/index.js is missing: run "npm run build" first.`);
  }
  const component = load(bundle, shown);
  if (!component?.key || !component.display?.label || !component.display.description) {
    throw new Error(
      `${shown}/index.js has no default export with a key, a label, and a description: check src/index.ts and run "npm run build".`,
    );
  }
  const icons = iconsOf(component);
  for (const icon of icons) checkIcon(folder, shown, icon);
  for (const file of readdirSync(folder)) {
    if (built.includes(file) || icons.includes(file)) continue;
    throw new Error(`${shown}/${file} would be uploaded too: move it out of ${shown}.`);
  }
  return component;
}

/**
 * Gives the files the same rights everywhere. The package records them, and what differs only in
 * the rights that a machine gives to new files is to count as unchanged.
 */
export function normalizeModes(folder: string): void {
  for (const file of readdirSync(folder)) chmodSync(path.join(folder, file), 0o644);
}

/**
 * Looks at the icons that a build would take, since webpack reports a missing one in many lines.
 *
 * @throws Error
 */
export function checkAssets(): void {
  const folder = path.join(root, "assets");
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const icons = files.filter((file) => file.endsWith(".png"));
  for (const icon of icons.length > 0 ? icons : ["icon.png"]) checkIcon(folder, "assets", icon);
}

function load(bundle: string, shown: string): BuiltComponent | undefined {
  try {
    return (require(bundle) as { default?: BuiltComponent }).default;
  } catch (error) {
    const [line] = String(error instanceof Error ? error.message : error).split("\n");
    throw new Error(`${shown}/index.js cannot be loaded (${line}): run "npm run build" again.`);
  }
}

/** The component's own icon, and those of its connections. */
function iconsOf({ display, connections }: BuiltComponent): string[] {
  const ofConnections = (connections ?? []).flatMap((connection) => {
    const { iconPath, avatarIconPath } = connection as typeof connection & {
      iconPath?: string;
      avatarIconPath?: string;
    };
    return [iconPath, avatarIconPath];
  });
  if (!display.iconPath) {
    throw new Error("The component has no icon: set display.iconPath in src/index.ts.");
  }
  return [display.iconPath, ...ofConnections].filter((icon) => icon !== undefined);
}

function checkIcon(folder: string, shown: string, icon: string): void {
  const file = path.join(folder, icon);
  const put = `put a PNG of ${iconSide} by ${iconSide} pixels at assets/${icon} and run "npm run build"`;
  if (!existsSync(file)) throw new Error(`The icon ${shown}/${icon} is missing: ${put}.`);
  const size = pngSize(readFileSync(file));
  if (!size) throw new Error(`The icon ${shown}/${icon} is not a PNG, or is damaged: ${put}.`);
  if (size.width !== iconSide || size.height !== iconSide) {
    throw new Error(`The icon ${shown}/${icon} is ${size.width} by ${size.height}: ${put}.`);
  }
}
