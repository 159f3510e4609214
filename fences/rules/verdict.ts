/** The verdict on a rule: it holds, it does not, or it could not be judged. */

import { firstOf } from "../words";

/** One thing that breaks a rule: a point, a zone, or a pair of zones. */
export interface Finding {
  /** `line 41 "Rogers" (nearest: "store-40", 312 m)` */
  readonly text: string;
  /** The labels of the zones that it is about. */
  readonly zones: readonly string[];
  /** The measure of the rule, in metres: negative inside, or where fences overlap. */
  readonly metres?: number;
  /** True if it was not so before the plan; absent without a plan. */
  readonly isNew?: boolean;
}

export interface Verdict {
  /** Where the rule stands: `covers[0]`, `overlaps`. */
  readonly rule: string;
  /** The demand of the rule: `every point of stores.csv is in a zone`. */
  readonly title: string;
  /** `unjudged`: it depends on a zone whose shapes are secret or not known yet. */
  readonly outcome: "holds" | "fails" | "unjudged";
  /** Why it does not hold or could not be judged, in a sentence; empty where it holds. */
  readonly message: string;
  /** The number of things that break it. */
  readonly count: number;
  /** The first of them, at most 100. */
  readonly findings: readonly Finding[];
  /** The changes of the answer by the plan: `2 pairs of zones now overlap: "a" and "b", …`. */
  readonly changes: readonly string[];
}

/** A rule that does not hold. */
export type Failure = Verdict;

export const mostFindings = 100;

/** The things that break a rule now, and the difference from before the plan. */
export interface Found {
  readonly count: number;
  /** The first, at most `mostFindings`. */
  readonly findings: readonly Finding[];
  /** Things that break it only now; absent without a plan. */
  readonly added?: Some;
  /** Things that broke it only before; absent without a plan. */
  readonly gone?: Some;
}

/** Some things of a kind, of which the first have names. */
interface Some {
  readonly count: number;
  readonly names: readonly string[];
}

/** The number of changes that have names in their sentence. */
export const mostNames = 5;

/** A finding that can be recognised in another version. */
export interface KeyedFinding extends Finding {
  readonly key: string;
  /** In the sentence about what changes: `"cafe" and "mall"`. */
  readonly name: string;
}

export function compared(after: readonly KeyedFinding[], before: readonly KeyedFinding[] | undefined): Found {
  if (before === undefined) return { count: after.length, findings: after.slice(0, mostFindings).map(plain) };
  const [keysBefore, keysAfter] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  const isNew = (finding: KeyedFinding) => !keysBefore.has(finding.key);
  const added = after.filter(isNew);
  // New findings of the plan come first.
  const inOrder = [...added, ...after.filter((finding) => !isNew(finding))].slice(0, mostFindings);
  return {
    count: after.length,
    findings: inOrder.map((finding) => ({ ...plain(finding), isNew: isNew(finding) })),
    added: someOf(added),
    gone: someOf(before.filter(({ key }) => !keysAfter.has(key))),
  };
}

function someOf(findings: readonly KeyedFinding[]): Some {
  return { count: findings.length, names: findings.slice(0, mostNames).map(({ name }) => name) };
}

/**
 * Sentences about what the plan makes worse and what it makes better, with the first names of each.
 *
 * @param worse the phrase for so many things, such as `2 pairs of zones now overlap`
 */
export function changesOf(
  { added, gone }: Found,
  worse: (count: number) => string,
  better: (count: number) => string,
): string[] {
  const sentences = (some: Some | undefined, phrase: (count: number) => string) =>
    some === undefined || some.count === 0
      ? []
      : [`${phrase(some.count)}: ${firstOf(some.names, some.count)}`];
  return [...sentences(added, worse), ...sentences(gone, better)];
}

/** The first findings in words; with a plan, those that it brings are marked. */
export function listed({ findings, count }: Found): string {
  const texts = findings.map(({ text, isNew }) => {
    if (isNew !== true) return text;
    return text.endsWith(")") ? `${text.slice(0, -1)}, new)` : `${text} (new)`;
  });
  return firstOf(texts, count);
}

function keyOf({ key }: KeyedFinding): string {
  return key;
}

function plain({ text, zones, metres }: KeyedFinding): Finding {
  return { text, zones, ...(metres !== undefined && { metres }) };
}

export interface Judgement {
  readonly rule: string;
  readonly title: string;
  readonly found: Found;
  /** The sentence about what was found. */
  readonly message: string;
  readonly changes: readonly string[];
  /** Zones that the rule concerns and whose shapes are hidden, each with the reason: `"cafe" (secret)`. */
  readonly hidden: readonly string[];
  /** True if more zones can only help the rule, as cover; false if they can only break it, as overlaps. */
  readonly moreHelps: boolean;
}

/** A hidden zone leaves a rule open only if it could turn the answer. */
export function verdictOf({
  rule,
  title,
  found: { count, findings },
  message,
  changes,
  hidden,
  moreHelps,
}: Judgement): Verdict {
  const base = { rule, title, count, findings, changes };
  const isOpen = hidden.length > 0 && moreHelps === count > 0;
  if (!isOpen && count === 0) return { ...base, outcome: "holds", message: "" };
  if (!isOpen) return { ...base, outcome: "fails", message };
  // A finding without the hidden zones says something only about others.
  const without = findings.some(({ zones }) => zones.length > 0) ? `; without: ${message}` : "";
  const zones = firstOf(hidden, hidden.length);
  return {
    ...base,
    outcome: "unjudged",
    message: `it depends on zones that cannot be seen: ${zones}${without}`,
  };
}
