import { expect } from "chai";

import { at, makeProject, openEndpoint, type Endpoint } from "./endpoint";
import { expectInvalid, expectMissing, objectsOf, ownWord, type Objects } from "./objects";

const location = { latitude: -37.818036, longitude: 144.9775493 };

describe("the contract of destinations", function () {
  this.timeout(120_000);
  let endpoint: Endpoint;
  let project: Awaited<ReturnType<typeof makeProject>>;
  let destinations: Objects;
  let word: string;
  let made = 0;

  before(async () => {
    endpoint = await openEndpoint();
    project = await makeProject(endpoint);
    destinations = objectsOf(endpoint, "/destinations", "destinationId");
    word = ownWord();
  });

  after(async () => {
    await destinations.removeAll();
    await project.remove();
    await endpoint.close();
  });

  const destinationWith = (changes: object = {}) => {
    made += 1;
    return { destinationId: `${word}-${made}`, name: `Contract ${made}`, ...changes };
  };

  it("gives back what was sent, under the id of the user's own", async () => {
    const sent = destinationWith({
      address: "271 Collins Street, Melbourne",
      location,
      email: "store@example.com",
      customData: { floor: "2", open: "yes" },
      projectId: project.id,
    });
    const { path } = await destinations.make(sent);
    expect(path).to.equal(`/destinations/${sent.destinationId}`);
    const { status, body } = await endpoint.call("GET", path);
    expect(status).to.equal(200);
    expect(body).to.deep.include(sent);
  });

  it("lists a destination in an array", async () => {
    const { body } = await destinations.make(destinationWith());
    const ids = (await destinations.list()).map((listed) => at(listed, "destinationId"));
    expect(ids).to.include(at(body, "destinationId"));
  });

  it("replaces a destination as a whole", async () => {
    const sent = destinationWith({ address: "271 Collins Street", customData: { floor: "2" } });
    const { path } = await destinations.make(sent);
    const { status } = await endpoint.call("PUT", path, {
      destinationId: sent.destinationId,
      name: "Replaced",
    });
    expect(status).to.equal(200);
    const { body } = await endpoint.call("GET", path);
    expect(body).to.include({ destinationId: sent.destinationId, name: "Replaced" });
    expect(at(body, "address") ?? "").to.equal("");
    expect(at(body, "customData") ?? {}).to.deep.equal({});
  });

  it("does not change a destinationId", async () => {
    const sent = destinationWith();
    const { path } = await destinations.make(sent);
    const other = `${sent.destinationId}-other`;
    await endpoint.call("PUT", path, { ...sent, destinationId: other });
    expect((await endpoint.call("GET", path)).body).to.include(sent);
    await expectMissing(endpoint, `/destinations/${other}`);
  });

  it("refuses a second destination of one destinationId, and keeps the first", async () => {
    const sent = destinationWith();
    const { path } = await destinations.make(sent);
    const { status } = await endpoint.call("POST", "/destinations", { ...sent, name: "Second" });
    expect(status).to.be.oneOf([400, 409]);
    expect((await endpoint.call("GET", path)).body).to.include(sent);
  });

  const pairs = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, "v"]));
  it("takes 20 pairs of customData", async () => {
    const { body } = await destinations.make(destinationWith({ customData: pairs(20) }));
    expect(at(body, "customData")).to.deep.equal(pairs(20));
  });

  for (const [title, changes] of [
    ["without a destinationId", { destinationId: undefined }],
    ["without a name", { name: undefined }],
    ["with 21 pairs of customData", { customData: pairs(21) }],
    ["with a latitude of 91", { location: { ...location, latitude: 91 } }],
    ["with a longitude of 181", { location: { ...location, longitude: 181 } }],
  ] as const) {
    it(`refuses a destination ${title}`, async () => {
      expectInvalid(await destinations.attempt(destinationWith(changes)));
    });
  }

  it("answers 404 for a destination that is not there", () =>
    expectMissing(endpoint, `/destinations/${word}-never`));

  it("deletes a destination without a body, and then it is not there", async () => {
    const { path } = await destinations.make(destinationWith());
    const { status, body } = await endpoint.call("DELETE", path);
    expect([status, body]).to.deep.equal([200, ""]);
    await expectMissing(endpoint, path);
  });
});
