import { expect } from "chai";

import { Faults } from "../../../../emulator/faults/fault-queue";
import type { Fault } from "../../../../emulator";

const delay: Fault = { kind: "delay", ms: 1 };
const get = { method: "GET", path: "/zones" };

function kinds(faults: readonly Fault[], request = get, seed = 1): string[] {
  const armed = new Faults(seed, () => 0);
  faults.forEach((fault) => armed.arm(fault));
  return armed.claim(request).map(({ fault }) => fault.kind);
}

describe("a fault", () => {
  for (const [title, match, meets] of [
    ["of every request", {}, true],
    ["of the method", { method: "get" }, true],
    ["of one of several methods", { method: ["POST", "GET"] }, true],
    ["of another method", { method: "POST" }, false],
    ["of the path", { path: "^/zones$" }, true],
    ["of a part of the path", { path: /zon/g }, true],
    ["of another path", { path: /^\/projects/ }, false],
    ["that is used up before it begins", { times: 0 }, false],
    ["that begins later", { skip: 1 }, false],
    ["that never happens", { probability: 0 }, false],
  ] as const) {
    it(`${title} ${meets ? "acts" : "does not act"}`, () => {
      expect(kinds([{ ...delay, ...match }])).to.have.length(meets ? 1 : 0);
    });
  }

  it("acts as often as it was told, after those it lets pass", () => {
    const faults = new Faults(1, () => 0);
    const armed = faults.arm({ ...delay, skip: 2, times: 3 });
    const acted = Array.from({ length: 7 }, () => faults.claim(get).length);
    expect(acted).to.deep.equal([0, 0, 1, 1, 1, 0, 0]);
    expect([armed.matched, armed.acted]).to.deep.equal([7, 3]);
  });

  it("acts forever when told", () => {
    const faults = new Faults(1, () => 0);
    faults.arm({ ...delay, times: "forever" });
    expect(Array.from({ length: 100 }, () => faults.claim(get).length)).not.to.include(0);
  });

  it("acts by chance on the same requests for the same seed", () => {
    const drawn = (seed: number) => {
      const faults = new Faults(seed, () => 0);
      faults.arm({ ...delay, probability: 0.2, times: "forever" });
      return Array.from({ length: 1000 }, () => faults.claim(get).length);
    };
    expect(drawn(7)).to.deep.equal(drawn(7)).and.not.to.deep.equal(drawn(8));
    expect(drawn(7).filter((acts) => acts === 1).length).to.be.within(150, 250);
  });

  it("that ends a request leaves the ones behind it for the next", () => {
    expect(kinds([delay, { kind: "close" }, { kind: "html" }])).to.deep.equal(["delay", "close"]);
  });

  it("about tokens leaves the sign-in alone", () => {
    const signIn = { method: "POST", path: "/sessions" };
    expect(kinds([{ kind: "unauthorized" }, { kind: "expireTokens" }], signIn)).to.deep.equal([]);
  });

  it("acts no more once it is removed", () => {
    const faults = new Faults(1, () => 0);
    faults.arm(delay).remove();
    expect(faults.claim(get)).to.deep.equal([]);
  });
});
