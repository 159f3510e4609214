import { expect } from "chai";

import { Beacon, Destination, Zone } from "../../../provider";
import { startEmulator } from "../../../emulator";
import { beacon as beaconDefinition } from "../../../provider/beacon/definition";
import type { JsonObject } from "../../../provider/json";
import { check } from "../../../provider/lifecycle/check";
import type { Definition } from "../../../provider/lifecycle/definition";
import { diff } from "../../../provider/lifecycle/diff";
import { align } from "../../../provider/schema/align";
import { encode } from "../../../provider/schema/merge";
import { user as userDefinition } from "../../../provider/user/definition";
import { zone as zoneDefinition } from "../../../provider/zone/definition";
import { declaredOf } from "../../../provider/set/definition";
import { checkSet } from "../../../provider/set/check";
import { zoneSet } from "../../../provider/zone-set/definition";
import { registrationOf, startMocks } from "../../unit/provider/mocks";
import { beacon, zone } from "../../unit/provider/samples";

const uuid = "23a01af0-232a-4518-9c0e-323fb773f5ef";
const capitals = uuid.toUpperCase();
const id = "11111111-1111-4111-8111-111111111111";

const hardware: JsonObject = Object.fromEntries(
  Object.entries(beacon()).filter(([key]) => key !== "type" && key !== "proximity"),
);
const person = { email: "a@b.c", username: "a@b.c", firstName: "A", lastName: "B" };

/** Each property that is a UUID, declared as `value`. */
const places: [property: string, definition: Definition, declare: (value: string) => JsonObject][] = [
  ["proximityUUID", beaconDefinition, (value) => ({ ...hardware, proximityUUID: value })],
  ["accountId", beaconDefinition, (value) => ({ ...hardware, accountId: value })],
  ["accountId", userDefinition, (value) => ({ ...person, accountId: value })],
  [
    "projectId",
    userDefinition,
    (value) => ({ ...person, projectPermissions: [{ projectId: value, permissionLevel: "READ" }] }),
  ],
  ["projectId", zoneDefinition, (value) => zone({ projectId: value })],
  ["proximityUUID", zoneDefinition, (value) => zone({ geofeatures: [beacon({ proximityUUID: value })] })],
];

describe("ids", () => {
  before(() => startMocks());

  for (const [property, definition, declare] of places) {
    it(`C2: a ${property} of a ${definition.noun} in capitals is sent in lower case and is no drift`, () => {
      const { fields } = definition;
      const { inputs, failures } = check(definition, declare(capitals));
      expect(failures).to.deep.equal([]);
      expect(JSON.stringify(encode(fields, inputs)))
        .to.contain(uuid)
        .and.to.not.contain(capitals);
      // A state of an earlier version holds it as it was declared.
      for (const recorded of [inputs, declare(uuid), declare(capitals)]) {
        expect(diff(definition, recorded, inputs)).to.deep.include({ changes: false });
        expect(align(fields, recorded, declare(uuid))).to.equal(recorded);
        expect(align(fields, recorded, declare(capitals))).to.equal(recorded);
      }
    });

    for (const wrong of ["23a01af0-232a-1518-9c0e-323fb773f5ef", "23a01af0-232a-4518-7c0e-323fb773f5ef"]) {
      it(`C2: a ${property} of a ${definition.noun} of another version is a fault before the API refuses it: ${wrong}`, () => {
        const { failures } = check(definition, declare(wrong));
        expect(failures.map(({ reason }) => reason)).to.deep.equal([
          `it is "${wrong}", but must be a UUID of version 4, such as "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c"`,
        ]);
      });
    }
  }

  it("C2: what the emulator refuses in capitals is accepted as it is sent", async () => {
    const emulator = await startEmulator();
    try {
      const { email, password, url } = emulator;
      const post = async (path: string, body: object, token = "") => {
        const response = await fetch(`${url}${path}`, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
          body: JSON.stringify(body),
        });
        return { status: response.status, body: await response.text() };
      };
      const session = await post("/sessions", { email, password });
      const token = /"accessToken":"([^"]+)"/.exec(session.body)?.[1] ?? "";
      const declared = { ...hardware, proximityUUID: capitals };
      expect((await post("/beacons", declared, token)).status).to.equal(400);
      expect((await post("/beacons", check(beaconDefinition, declared).inputs, token)).status).to.equal(201);
    } finally {
      await emulator.close();
    }
  });

  it("C2: a set sends its project and what its zones hold in lower case", () => {
    const one = { minimumRetriggerTime: 60, geofeatures: [beacon({ proximityUUID: capitals })] };
    const { inputs, failures } = checkSet(
      zoneSet,
      {},
      { projectId: capitals, zones: { a: JSON.stringify(one) } },
    );
    expect([failures, inputs["projectId"]]).to.deep.equal([[], uuid]);
    expect(JSON.stringify(declaredOf(zoneSet, { key: "a", text: JSON.stringify(one) }, inputs)))
      .to.contain(uuid)
      .and.to.not.contain(capitals);
  });

  it("C2: an id to look up or to import is asked for in lower case, but for one of the program's own", async () => {
    const location = { latitude: 1, longitude: 2 };
    const beacon = { beaconType: "IOS", location } as const;
    expect((await registrationOf(Zone.get("zone", id.replace("8111", "A111")))).id).to.equal(
      id.replace("8111", "a111"),
    );
    const imported = await registrationOf(new Beacon("beacon", beacon, { import: capitals }));
    expect(imported.inputs["__import"]).to.deep.equal({ id: uuid, as: "beacon" });
    expect((await registrationOf(Destination.get("store", "Store-A"))).id).to.equal("Store-A");
  });
});
