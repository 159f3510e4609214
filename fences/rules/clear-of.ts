/** `clearOf`: no zone is near a line, such as a motorway. */
import { metresBetween } from "../../geometry/between";
import { lineShape } from "../../geometry/shape";
import { labelOf } from "../fences";
import type { Fence, Ground } from "../ground";
import type { NamedLine } from "../reading/point-table";
import { widened } from "../tree";
import { counted, metresText } from "../words";
import { hiddenFor, selected, type Scene } from "./scene";
import { changesOf, compared, listed, verdictOf, type KeyedFinding, type Verdict } from "./verdict";

export interface ClearOptions {
  /** The lines in words: `a line of motorways.geojson`. */
  readonly what: string;
  readonly metres: number;
  /** A selector of the zones that must be clear; all without one. */
  readonly zones?: string | undefined;
}

export function judgeClearOf(
  scene: Scene,
  lines: readonly NamedLine[],
  { what, metres, zones }: ClearOptions,
  rule: string,
): Verdict {
  const findings = (ground: Ground) => tooNear(ground, lines, metres, zones);
  const found = compared(findings(scene.after), scene.before && findings(scene.before));
  const nearer = `nearer than ${metresText(metres)} to ${what}`;
  const sentence = (count: number, word = "") =>
    `${counted(count, "zone")} ${count === 1 ? "is" : "are"} ${word}${nearer}`;
  return verdictOf({
    rule,
    title: `no zone${zones === undefined ? "" : ` ${JSON.stringify(zones)}`} is ${nearer}`,
    found,
    message: `${sentence(found.count)}: ${listed(found)}`,
    changes: changesOf(
      found,
      (count) => sentence(count, "now "),
      (count) => sentence(count, "no longer "),
    ),
    hidden: hiddenFor(scene, zones),
    moreHelps: false,
  });
}

/** One for each zone, by the line that is nearest to it. */
function tooNear(
  ground: Ground,
  lines: readonly NamedLine[],
  metres: number,
  selector: string | undefined,
): KeyedFinding[] {
  const zones = selected(ground, selector);
  const nearest = new Map<number, { line: NamedLine; fence: Fence; metres: number }>();
  for (const line of lines) {
    const shape = lineShape(line.points);
    for (const at of ground.tree.within(widened(shape.extent, metres))) {
      const fence = ground.fences[at];
      if (fence === undefined || zones[fence.zone] !== 1) continue;
      const away = metresBetween(fence.shape, shape);
      if (away >= metres || away >= (nearest.get(fence.zone)?.metres ?? Infinity)) continue;
      nearest.set(fence.zone, { line, fence, metres: away });
    }
  }
  return [...nearest.values()]
    .sort((a, b) => a.metres - b.metres)
    .map(({ line, fence, metres: away }) => {
      const label = labelOf(ground, fence.zone);
      const how = away === 0 ? `on ${line.name}` : `${metresText(away)} from ${line.name}`;
      const name = JSON.stringify(label);
      return { key: label, name, text: `${name} (${how})`, zones: [label], metres: away };
    });
}
