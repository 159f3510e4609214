/** Runs scenarios in turns, so that a busy minute of the machine is felt by all that is compared. */
import type { Figures, Of, Scenario, ScenarioName } from "./scenario";
import { median } from "./statistics";

/** The figures of each scenario in one round. */
export type Round = ReadonlyMap<ScenarioName, Figures>;

export async function runRounds(
  scenarios: readonly (readonly [ScenarioName, Scenario])[],
  count: number,
  told: (line: string) => void,
): Promise<Round[]> {
  const rounds: Round[] = [];
  for (let number = 1; number <= count; number++) {
    const round = new Map<ScenarioName, Figures>();
    for (const [name, scenario] of number % 2 === 1 ? scenarios : [...scenarios].reverse()) {
      const start = performance.now();
      round.set(name, await scenario());
      told(`round ${number} of ${count}, ${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
    }
    rounds.push(round);
  }
  return rounds;
}

/** @throws where nothing was measured under that name */
export function ofRound(round: Round): Of {
  return (scenario, figure) => {
    const value = round.get(scenario)?.[figure];
    if (value === undefined) throw new Error(`${scenario} has measured no ${figure}`);
    return value;
  };
}

export function ofMedians(rounds: readonly Round[]): Of {
  return (scenario, figure) => median(rounds.map((round) => ofRound(round)(scenario, figure)));
}
