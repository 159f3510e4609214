/** What a rule is found to be: it holds, it does not, or it could not be judged. */

/** One thing that breaks a rule: a point, a zone, or a pair of zones. */
export interface Finding {
  /** `line 41 "Rogers" (nearest: "store-40", 312 m)` */
  readonly text: string;
  /** The labels of the zones that it is about. */
  readonly zones: readonly string[];
  /** What the rule measures: negative inside, or where fences overlap. */
  readonly metres?: number;
  /** True if it was not so before the plan; absent without a plan. */
  readonly isNew?: boolean;
}

export interface Verdict {
  /** Where the rule stands: `covers[0]`, `overlaps`. */
  readonly rule: string;
  /** What the rule asks for: `every point of stores.csv is in a zone`. */
  readonly title: string;
  /** `unjudged`: it depends on a zone whose shapes are secret or not known yet. */
  readonly outcome: "holds" | "fails" | "unjudged";
  /** Why it does not hold or could not be judged, in a sentence; empty where it holds. */
  readonly message: string;
  /** How many things break it. */
  readonly count: number;
  /** The first of them, at most 100. */
  readonly findings: readonly Finding[];
  /** What the plan changes of the answer: `9 points of stores.csv lose cover`. */
  readonly changes: readonly string[];
}

/** A rule that does not hold. */
export type Failure = Verdict;

export const mostFindings = 100;

/** What breaks a rule now, and how that differs from before the plan. */
export interface Found {
  readonly count: number;
  /** The first, at most `mostFindings`. */
  readonly findings: readonly Finding[];
  /** What breaks it only now; absent without a plan. */
  readonly added?: number;
  /** What broke it only before; absent without a plan. */
  readonly gone?: number;
}

/** A finding that can be recognised in another version. */
export interface KeyedFinding extends Finding {
  readonly key: string;
}

export function compared(after: readonly KeyedFinding[], before: readonly KeyedFinding[] | undefined): Found {
  if (before === undefined) return { count: after.length, findings: after.slice(0, mostFindings).map(plain) };
  const [keysBefore, keysAfter] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  const isNew = (finding: KeyedFinding) => !keysBefore.has(finding.key);
  const added = after.filter(isNew);
  // What the plan brings comes first.
  const inOrder = [...added, ...after.filter((finding) => !isNew(finding))].slice(0, mostFindings);
  return {
    count: after.length,
    findings: inOrder.map((finding) => ({ ...plain(finding), isNew: isNew(finding) })),
    added: added.length,
    gone: before.filter(({ key }) => !keysAfter.has(key)).length,
  };
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
  /** Zones that the rule concerns and whose shapes are hidden, each with the reason. */
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
  // What is found without the hidden zones says something only about others.
  const without = findings.some(({ zones }) => zones.length > 0) ? `; without: ${message}` : "";
  return { ...base, outcome: "unjudged", message: `it depends on ${listed(hidden)}${without}` };
}

function listed(hidden: readonly string[]): string {
  const [first = "", ...more] = hidden;
  return more.length === 0 ? first : `${first} and ${more.length} more zones that are hidden`;
}
