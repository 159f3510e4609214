import { expect } from "chai";

import { ready, type Call } from "../client";
import { expectRefusal } from "./refusal";

const unknownId = "00000000-0000-4000-8000-000000000000";
const pairs = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, "value"]));

const acceptedDestinations: [string, object][] = [
  ["nothing but a name and an id", {}],
  [
    "an address, a place and an email",
    { address: "1 High St", location: { latitude: 1, longitude: 2 }, email: "a@b" },
  ],
  ["twenty pairs of customData", { customData: pairs(20) }],
  ["fields it does not know", { openingHours: { monday: "9-5" } }],
];

const refusedDestinations: [string, object, string][] = [
  ["no id", { destinationId: undefined }, "destinationId"],
  ["an empty id", { destinationId: "" }, "destinationId"],
  ["an id that is a number", { destinationId: 7 }, "destinationId"],
  ["no name", { name: undefined }, "name"],
  ["an empty name", { name: "" }, "name"],
  ["an address that is an object", { address: { street: "High St" } }, "address"],
  ["half a place", { location: { latitude: 1 } }, "location.longitude"],
  ["a latitude beyond the pole", { location: { latitude: 91, longitude: 2 } }, "location.latitude"],
  ["an email that is none", { email: "somebody" }, "email"],
  ["twenty-one pairs of customData", { customData: pairs(21) }, "customData"],
  ["customData that is a number", { customData: { a: 1 } }, "customData.a"],
  ["a project id that is none", { projectId: "shops" }, "projectId"],
  ["a project that does not exist", { projectId: unknownId }, "projectId"],
  ["an _id of its own", { _id: unknownId }, "_id"],
];

describe("the API's checks of destinations", () => {
  let call: Call;
  let count = 0;
  const destination = (changes: object) => ({
    destinationId: `store-${(count += 1)}`,
    name: "Store",
    ...changes,
  });

  before(async () => {
    ({ call } = await ready());
  });

  for (const [title, changes] of acceptedDestinations) {
    it(`accept a destination with ${title}`, async () => {
      const { status, body } = await call("POST", "/destinations", destination(changes));
      expect(status, JSON.stringify(body)).to.equal(201);
      expect(body).to.deep.include(changes);
    });
  }

  for (const [title, changes, field] of refusedDestinations) {
    it(`refuse a destination with ${title}`, async () => {
      expectRefusal(await call("POST", "/destinations", destination(changes)), field);
    });
  }
});
