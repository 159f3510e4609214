/** Pages that shift while they are read tell nobody that an object is gone which is there, nor what it was before. */
import { expect } from "chai";
import * as fc from "fast-check";

import { isString } from "../../provider/json";
import type { Transport } from "../../provider/api/http";
import { openPlugin, openService } from "./fast-plugin";
import { project, zoneNamed } from "./lost-answers";

const move = fc.oneof(
  fc.record({ kind: fc.constant("add" as const), at: fc.constant(0) }),
  fc.record({ kind: fc.constant("remove" as const), at: fc.nat(40) }),
  fc.record({ kind: fc.constant("edit" as const), at: fc.nat(40) }),
  fc.record({ kind: fc.constant("expire" as const), at: fc.constant(0) }),
);
type Move = typeof move extends fc.Arbitrary<infer Value> ? Value : never;

const scene = fc.record({
  count: fc.integer({ min: 4, max: 20 }),
  pageSize: fc.integer({ min: 1, max: 7 }),
  paging: fc.constantFrom("cursor" as const, "offset" as const),
  emptyLastPage: fc.boolean(),
  repeats: fc.boolean(),
  edited: fc.array(fc.nat(40), { maxLength: 4 }),
  removed: fc.array(fc.nat(40), { maxLength: 3 }),
  /** The events after each page. */
  moves: fc.array(fc.array(move, { maxLength: 3 }), { maxLength: 8 }),
});

/** A failure prints its seed. */
export async function refreshInScenes(numRuns: number, seed: number): Promise<void> {
  await fc.assert(fc.asyncProperty(scene, refreshed), { numRuns, seed });
}

async function refreshed(
  given: typeof scene extends fc.Arbitrary<infer Value> ? Value : never,
): Promise<void> {
  const { count, pageSize, paging, emptyLastPage, repeats, edited, removed, moves } = given;
  const service = await openService({ pageSize, paging, emptyLastPage });
  const { emulator, clock, carry } = service;
  emulator.seed({ projects: [project] });
  const made = await Promise.all(
    Array.from({ length: count }, (_, at) =>
      openPlugin({ account: emulator, clock, transport: carry }).create(zoneNamed(`store ${at}`)),
    ),
  );
  /** All that was true of each since the refresh began: its time, or that it is gone. */
  const truths = new Map(made.map(({ id }) => [id, new Set<number | "gone">([600])]));
  let time = 700;
  const act = ({ kind, at }: Move): void => {
    const { id } = made[at % count] ?? expect.fail();
    if (kind === "expire") emulator.expireTokens();
    else if (kind === "add") emulator.zones.create({ ...added, name: "another" });
    else if (kind === "remove" && emulator.zones.delete(id)) truths.get(id)?.add("gone");
    else if (kind === "edit" && emulator.zones.get(id) !== undefined) {
      time += 1;
      emulator.zones.update(id, (zone) => ({ ...zone, minimumRetriggerTime: time }));
      truths.get(id)?.add(time);
    }
  };
  for (const at of edited) act({ kind: "edit", at });
  for (const at of removed) act({ kind: "remove", at });
  // A value that was replaced before the refresh is no longer true in it.
  for (const [id, all] of truths) truths.set(id, new Set([...all].slice(-1)));

  let pages = 0;
  let last: unknown;
  const transport: Transport = async (request) => {
    const outcome = await carry(request);
    if (!new URL(request.url).pathname.endsWith("/zones") || !("status" in outcome)) return outcome;
    if (outcome.status !== 200) return outcome;
    for (const each of moves[pages] ?? []) act(each);
    pages += 1;
    const parsed: unknown = JSON.parse(outcome.text);
    const items: unknown[] = Array.isArray(parsed) ? parsed : [];
    const repeated: unknown[] = repeats && last !== undefined ? [last, ...items] : items;
    last = items.at(-1) ?? last;
    return { ...outcome, text: JSON.stringify(repeated) };
  };
  const plugin = openPlugin({ account: emulator, clock, transport });
  const seen = await Promise.all(
    made.map(async ({ id, outs }) => ({ id, seen: await plugin.read(id, outs) })),
  );
  for (const { id, seen: one } of seen) {
    const logged = isString(one.id) ? Number(one.inputs?.["minimumRetriggerTime"]) : "gone";
    expect([...(truths.get(id) ?? [])], `what may be told of ${id}`).to.include(logged);
  }
}

const added = {
  projectId: project._id,
  minimumRetriggerTime: 61,
  geofeatures: [{ type: "circle" as const, name: "door", center: { latitude: 1, longitude: 2 }, radius: 77 }],
};
