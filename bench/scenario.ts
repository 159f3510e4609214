/** What is run, once a round, and what it measures; the tables are made of these figures and of nothing else. */

/** What one run measured, each by a name: `up` → milliseconds. */
export type Figures = Readonly<Record<string, number>>;

export type Scenario = () => Promise<Figures>;

export type ScenarioName =
  | "empty stack"
  | "empty provider"
  | "one resource"
  | "zones"
  | "zones without checkpoints"
  | "set"
  | "bare"
  | "distant set"
  | "distant bare"
  | "large set"
  | "large set in little memory"
  | "large bare"
  | "large distant set"
  | "large distant bare"
  | "judging"
  | "adoption"
  | "load";

/** A figure of a scenario: of one round, or the median of all. */
export type Of = (scenario: ScenarioName, figure: string) => number;
