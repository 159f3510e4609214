/** The ways in which the engine saves its state during a run. */

/** The engine's own way: all of the state after each resource. */
export const withCheckpoints: Record<string, string> = {};

/** Once, at the end: many times faster, and a state that knows nothing of a run which was killed. */
export const withoutCheckpoints: Record<string, string> = {
  PULUMI_EXPERIMENTAL: "true",
  PULUMI_SKIP_CHECKPOINTS: "true",
};
