/** A ZoneSet in a project of its own, as the tests of sets declare it. */
import { expect } from "chai";
import * as bluedot from "pulumi-bluedot";

import type { RunOptions, TestStack } from "./stack";

export const place = { latitude: -37.8, longitude: 144.9 };

export const zone = (changes: Partial<bluedot.ZoneOfSetArgs> = {}): bluedot.ZoneOfSetArgs => ({
  minimumRetriggerTime: 600,
  geofeatures: [{ type: "circle", name: "door", center: place, radius: 40 }],
  ...changes,
});

export function declare(stack: TestStack, zones: bluedot.ZoneSetArgs["zones"]): void {
  stack.run(() => {
    const project = new bluedot.Project("coffee");
    const { zoneIds, fenceIds } = new bluedot.ZoneSet("stores", { projectId: project.id, zones });
    return { zoneIds, fenceIds };
  });
}

/** Sees a command fail; its error repeats what it printed, to the last line. */
export async function fails(
  stack: TestStack,
  command: "up" | "preview" = "up",
  options: RunOptions = {},
): Promise<string> {
  const error: unknown = await stack[command](options).catch((reason: unknown) => reason);
  expect(error).to.be.an("error");
  return String(error);
}
