/** `contains` and `misses`: a point that a zone must contain, or must not. */
import type { Point } from "../../geometry/point";
import { fencesAt, nearestFence, type Ground, type Near } from "../ground";
import { labelOf } from "../fences";
import { pointOf, pointText } from "../point-like";
import { metresText } from "../words";
import type { PointRule } from "./rules";
import { areasOf, hiddenFor, type Scene } from "./scene";
import { compared, verdictOf, type Found, type KeyedFinding, type Verdict } from "./verdict";

export function judgeContains(scene: Scene, { zone, point: given }: PointRule, rule: string): Verdict {
  const point = pointOf(given);
  const place = pointText(point);
  const name = JSON.stringify(zone);
  const was = scene.before && nearestOf(scene.before, zone, point);
  const findings = (ground: Ground): KeyedFinding[] => {
    const nearest = nearestOf(ground, zone, point);
    if (nearest?.isIn === true) return [];
    const text =
      nearest === undefined
        ? "it has no fence with an inside"
        : `it is ${metresText(nearest.metres)} outside ${fenceText(ground, nearest)}`;
    return [findingOf(ground, place, text, nearest)];
  };
  const found = compared(findings(scene.after), scene.before && findings(scene.before));
  const wasText = was?.isIn === true ? `; before, it was ${metresText(-was.metres)} inside` : "";
  return verdictOf({
    rule,
    title: `zone ${name} contains ${place}`,
    found,
    message: `zone ${name} does not contain ${place}: ${found.findings[0]?.text ?? ""}${wasText}`,
    changes: onePoint(found, `${name} no longer contains ${place}`, `${name} now contains ${place}`),
    hidden: hiddenFor(scene, zone),
    moreHelps: true,
  });
}

export function judgeMisses(scene: Scene, { zone, point: given }: PointRule, rule: string): Verdict {
  const point = pointOf(given);
  const place = pointText(point);
  const name = JSON.stringify(zone);
  const findings = (ground: Ground): KeyedFinding[] => {
    const nearest = nearestOf(ground, zone, point);
    if (nearest?.isIn !== true) return [];
    const text = `it is ${metresText(-nearest.metres)} inside ${fenceText(ground, nearest)}`;
    return [findingOf(ground, place, text, nearest)];
  };
  const found = compared(findings(scene.after), scene.before && findings(scene.before));
  return verdictOf({
    rule,
    title: `zone ${name} misses ${place}`,
    found,
    message: `zone ${name} contains ${place}, which it must miss: ${found.findings[0]?.text ?? ""}`,
    changes: onePoint(found, `${name} now contains ${place}`, `${name} no longer contains ${place}`),
    hidden: hiddenFor(scene, zone),
    moreHelps: false,
  });
}

interface Judged extends Near {
  readonly isIn: boolean;
}

/** The fence with an inside, of the zones that the selector selects, that the point is deepest in or nearest to. */
function nearestOf(ground: Ground, selector: string, { longitude, latitude }: Point): Judged | undefined {
  const accepts = areasOf(ground, selector);
  const deepest = fencesAt(ground, longitude, latitude).findLast(({ fence }) => accepts(fence));
  if (deepest !== undefined) return { ...deepest, isIn: true };
  const nearest = nearestFence(ground, longitude, latitude, accepts);
  return nearest && { ...nearest, isIn: false };
}

function findingOf(ground: Ground, key: string, text: string, nearest: Near | undefined): KeyedFinding {
  if (nearest === undefined) return { key, name: key, text, zones: [] };
  return { key, name: key, text, zones: [labelOf(ground, nearest.fence.zone)], metres: nearest.metres };
}

function fenceText(ground: Ground, { fence }: Near): string {
  return `${JSON.stringify(fence.name)} of ${JSON.stringify(labelOf(ground, fence.zone))}`;
}

function onePoint({ added, gone }: Found, worse: string, better: string): string[] {
  return [...(added?.count === 1 ? [worse] : []), ...(gone?.count === 1 ? [better] : [])];
}
