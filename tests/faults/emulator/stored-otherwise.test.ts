import { expect } from "chai";

import type { JsonObject } from "../../../provider/json";
import { align } from "../../../provider/schema/align";
import { alterations, asStored } from "../../../provider/schema/stored-forms";
import { zone as definition } from "../../../provider/zone/definition";
import { openPlugin, openService } from "../../engine/fast-plugin";
import { at } from "../../unit/emulator/client";
import { circle, polygon, zone } from "../../unit/provider/samples";

const decomposed = "Cafe\u0301";
const composed = "Caf\u00e9";
const ADVICE = "declare what it stored, or every run that refreshes plans this update again.";

const outline = [
  { latitude: 1, longitude: 1 },
  { latitude: 1, longitude: 2 },
  { latitude: 2, longitude: 2 },
];

function finer(point: { latitude: number; longitude: number }) {
  return { latitude: point.latitude + 1e-8, longitude: point.longitude + 1e-8 };
}

describe("an API that stores values in another form", () => {
  const forms: [what: string, changes: JsonObject, told: string][] = [
    [
      "a name without the blanks around it",
      { name: " cafe " },
      'Zone " cafe ": the API stored name as "cafe"',
    ],
    ["a name in NFC", { name: decomposed }, `Zone "${decomposed}": the API stored name as "${composed}"`],
    [
      "a rounded coordinate",
      { geofeatures: [circle({ center: { latitude: 1.123456789, longitude: 2 } })] },
      'Zone "cafe": the API stored geofeatures[0].center.latitude as 1.123457',
    ],
    [
      "the name of a geofeature without the blanks around it",
      { geofeatures: [circle({ name: "door " })] },
      'Zone "cafe": the API stored geofeatures[0].name as "door"',
    ],
    [
      "many coordinates",
      { geofeatures: [polygon({ vertices: outline.map(finer) })] },
      'Zone "cafe": the API stored geofeatures[0].vertices[0].latitude as 1, and 5 more of its values otherwise',
    ],
  ];
  for (const [what, changes, logged] of forms) {
    it(`D12: ${what} is told once in a run, and nobody is blamed for it in the next runs`, async () => {
      const { start, create, update } = await tidying(changes);
      const made = await create(start());
      expect(made.warnings).to.deep.equal([`${logged}; ${ADVICE}`]);
      const changed = await update(start(), made.outs, { tags: ["new"] });
      expect(changed.warnings).to.deep.equal([`${logged}; ${ADVICE}`]);
      const plugin = start();
      const { props = {} } = await plugin.read(made.id, changed.outs);
      const afterRefresh = await update(plugin, props, { tags: ["new"] });
      expect(afterRefresh.warnings).to.deep.equal([`${logged}; ${ADVICE}`]);
    });
  }

  it("D12: what is declared as it was stored is told no more, and needs no update", async () => {
    const { start, create, update, emulator } = await tidying({ name: " cafe " });
    const made = await create(start());
    const plugin = start();
    const { props = {} } = await plugin.read(made.id, made.outs);
    const writes = emulator.count({ method: "PUT" });
    const { warnings, outs } = await update(plugin, props, { name: "cafe" });
    expect([warnings, outs["name"], emulator.count({ method: "PUT" })]).to.deep.equal([[], "cafe", writes]);
  });

  it("D12: what others change is still told, beside what was stored in another form", async () => {
    const { start, create, update, emulator } = await tidying({
      geofeatures: [circle({ name: "door ", radius: 40 })],
    });
    const made = await create(start());
    emulator.zones.update(made.id, (found) => ({
      ...found,
      geofeatures: found.geofeatures.map((door) => ({ ...door, radius: 77 })),
    }));
    const { warnings } = await update(start(), made.outs, { tags: ["new"] });
    expect(warnings).to.deep.equal([
      'Zone "cafe": geofeatures["door"].radius was changed outside this program: expected 40, found 77, written 40.',
      `Zone "cafe": the API stored geofeatures[0].name as "door"; ${ADVICE}`,
    ]);
  });

  it("D12: a fence whose name is stored in another form keeps its id when it is changed", async () => {
    const { start, create, update, emulator } = await tidying({ geofeatures: [circle({ name: "door " })] });
    const made = await create(start());
    const fences = () => emulator.zones.get(made.id)?.geofeatures.map(({ _id, radius }) => [_id, radius]);
    const before = fences();
    await update(start(), made.outs, { geofeatures: [circle({ name: "door ", radius: 41 })] });
    expect(fences()).to.deep.equal([[before?.[0]?.[0], 41]]);
  });

  it("D12: no value of free text is shown", async () => {
    const { start, create, emulator, projectId } = await tidying({ tags: ["canary-1\u00a0"] });
    const json = { ...stored, projectId };
    emulator.clearFaults();
    emulator.fault({ kind: "status", method: "POST", path: "^/zones$", status: 201, body: { json } });
    expect((await create(start())).warnings).to.deep.equal([
      `Zone "cafe": the API stored tags[0] otherwise than it is declared; ${ADVICE}`,
    ]);
  });

  it("D12: an API that rounds everything is told of by ten resources and one line", async () => {
    const { start, createNamed } = await tidying({});
    const plugin = start();
    for (let number = 0; number < 30; number += 1) await createNamed(plugin, `zone ${number} `);
    expect(plugin.warnings).to.have.length(11);
    expect(plugin.warnings.at(-1)).to.equal(
      "The API stored values of more resources otherwise than they are declared; these are not named.",
    );
  });

  it("D12: another value than was sent is not told as another form of it", () => {
    const declared = zone({ tags: ["a"], name: "cafe" });
    const others: JsonObject[] = [{ name: "bar" }, { tags: ["b"] }, { minimumRetriggerTime: 601 }];
    for (const other of [...others, { geofeatures: [] }])
      expect(logged(declared, { ...declared, ...other })).to.deep.equal([]);
  });
});

describe("a number in another form", () => {
  for (const [sent, found, isSame] of [
    [1.123456789, 1.123457, true],
    [1.1234565, 1.123456, true],
    [1.1234565, 1.123457, true],
    [-37.818036449, -37.81804, true],
    [40.4, 40, true],
    [40.4, 41, false],
    [1.1234567, 1.1234562, false],
    [40, 41, false],
    [40, 40.1, false],
  ] as const)
    it(`D12: ${found} is ${isSame ? "" : "not "}what is left of ${sent}`, () => {
      expect(asStored(sent, found)).to.equal(isSame ? found : sent);
    });
});

const stored = zone({ _id: "1", tags: ["canary-1"], geofeatures: [circle({ _id: "fence" })] });

function logged(declared: JsonObject, found: JsonObject) {
  return alterations(declared, align(definition.fields, declared, found));
}

/** Zones of an API that tidies what it stores; each run has a process of its own. */
async function tidying(changes: JsonObject) {
  const { emulator, clock, carry: transport } = await openService();
  const projectId = emulator.projects.create({ name: "Shops" })._id;
  emulator.fault({ kind: "normalize" });
  const news = zone({ projectId, ...changes });
  const start = () => openPlugin({ account: emulator, clock, transport });
  type Plugin = ReturnType<typeof start>;
  return {
    emulator,
    projectId,
    start,
    create: async (plugin: Plugin) => ({ ...(await plugin.create(news)), warnings: plugin.warnings }),
    createNamed: (plugin: Plugin, name: string) => plugin.create({ ...news, name }),
    update: async (plugin: Plugin, olds: JsonObject, more: JsonObject) => {
      const id = String(at(olds, "zoneId"));
      const { outs } = await plugin.update(id, olds, { ...news, ...more });
      return { outs, warnings: plugin.warnings };
    },
  };
}
