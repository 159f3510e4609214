/** The assertion of what a track triggers. */
import type { Fix } from "./track/fix";
import { readTrack } from "./track/read";
import { judgeWalk } from "./rules/walks";
import type { Scene } from "./rules/scene";
import type { Verdict } from "./rules/verdict";
import type { ExpectedTrigger } from "./walk/expect";
import type { WalkOptions } from "./walk/options";

/** The expectations of a walk. */
export interface WalkExpectations<Then> {
  /**
   * All triggers of all zones, in their order; of `passed` fences and of triggers that do not come there are none.
   *
   * @param options `zones`: a selector of the zones whose triggers count (default: all)
   * @example
   * .toTrigger([["cafe", "enter"], ["cafe", "exit"]])
   */
  toTrigger(triggers: readonly ExpectedTrigger[], options?: { readonly zones?: string | undefined }): Then;
}

/** @param then what the assertion gives back, to go on with */
export function walkExpectations<Then>(
  scene: Scene,
  track: string | readonly Fix[],
  options: WalkOptions,
  judge: (verdict: Verdict) => void,
  then: Then,
): WalkExpectations<Then> {
  const name = typeof track === "string" ? track : "the track";
  const { timeZone } = options;
  const fixes =
    typeof track === "string" ? readTrack(track, timeZone === undefined ? {} : { timeZone }) : track;
  return {
    toTrigger(expected, { zones } = {}) {
      judge(judgeWalk(scene, { name, fixes }, { expected, zones, options }, "toTrigger"));
      return then;
    },
  };
}
