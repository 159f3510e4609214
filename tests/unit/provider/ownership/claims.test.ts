import { expect } from "chai";

import type { JsonObject } from "../../../../provider/json";
import { deleteObject } from "../../../../provider/lifecycle/delete";
import { persistedImport } from "../../../../provider/ownership/imports";
import { guardOwner, openClaims, type Claims, type Owner } from "../../../../provider/ownership/claims";
import { guardImports, importBlocker } from "../../../../provider/ownership/import";
import { zone as definition } from "../../../../provider/zone/definition";
import { zone } from "../samples";
import { standIn } from "../lifecycle/stand-in";

const id = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const other = "c7058934-f1e6-4176-8730-a0bd28e8e0a9";
const cafe: JsonObject = { name: "cafe" };
const owner = { subject: 'Zone "cafe"' };
/** As a claim names it, beside its inputs. */
const named = { ...owner, inputs: '{"name":"cafe"}' };

describe("claims", () => {
  let claims: Claims;
  beforeEach(() => {
    claims = openClaims();
  });
  /** As the engine tells of a resource that is recorded and declared. */
  const keep = (inputs: JsonObject, by: Owner = owner) => {
    claims.checked(inputs, false);
    return claims.compared([id], inputs, by);
  };

  it("belong to the resource of the program whose state holds the id", () => {
    keep(cafe);
    expect([claims.ownerOf(id), claims.ownerOf(other)]).to.deep.equal([named, undefined]);
  });

  it("are not made by what only a refresh compares, which the program may not declare any more", () => {
    claims.compared([id], cafe, owner);
    expect(claims.ownerOf(id)).to.equal(undefined);
  });

  it("end where the engine checks the resource a second time, as new, to replace it", () => {
    keep({ ...cafe, $import: { id, as: "cafe" } });
    claims.checked(cafe, true);
    expect(claims.ownerOf(id)).to.equal(undefined);
  });

  it("stay where another resource is new", () => {
    keep(cafe);
    claims.checked({ name: "bar" }, true);
    expect(claims.ownerOf(id)).to.deep.equal(named);
  });

  it("name the object that two resources of the program record", () => {
    const set = { subject: 'ZoneSet "stores"', setId: "1" };
    expect(keep(cafe)).to.equal(undefined);
    expect(keep({ name: "set" }, set)).to.deep.equal({ id, other: named });
  });

  it("tell two resources of one name by their inputs", () => {
    keep(cafe);
    expect(keep({ ...cafe, projectId: "2" })?.other).to.deep.equal(named);
    expect(keep(cafe)).to.equal(undefined);
  });

  it("tell a set from another one of the same name", () => {
    const set = { subject: 'ZoneSet "stores"', setId: "1" };
    keep(cafe, set);
    expect(keep(cafe, { ...set, setId: "2" })?.other).to.deep.equal(set);
    expect(keep(cafe, set)).to.equal(undefined);
  });

  it("tell what is being deleted, until that fails", () => {
    claims.deleting(id, true);
    expect(claims.isDeleting(id)).to.equal(true);
    claims.deleting(id, false);
    expect(claims.isDeleting(id)).to.equal(false);
  });
});

describe("an object that another resource of the program has", () => {
  const open = () => standIn(definition, [[200, {}]]);

  it("is not deleted with a resource that goes, and the warning names the owner", async () => {
    const { operation, calls, warnings } = open();
    operation.ownership.claims.claim(id, { subject: 'ZoneSet "stores"', setId: "1" });
    await deleteObject(operation, id, zone());
    expect(calls).to.deep.equal([]);
    expect(warnings).to.deep.equal([
      `Zone "cafe" (${id}) is not deleted, since ZoneSet "stores" has it now.`,
    ]);
  });

  for (const [setId, requests] of [
    ["1", 1],
    ["2", 0],
  ] as const)
    it(`is ${requests === 1 ? "" : "not "}deleted by ${requests === 1 ? "the" : "another"} set`, async () => {
      const { operation, calls } = open();
      operation.ownership.claims.claim(id, { subject: 'ZoneSet "stores"', setId: "1" });
      await deleteObject(operation, id, zone(), setId);
      expect(calls).to.have.length(requests);
    });

  for (const [what, $created, requests] of [
    ["what it created itself in this run", 101, 1],
    ["what another created again under the same id, as a Destination's is the program's own", 99, 0],
    ["what it created itself, where its state has no such record", undefined, 1],
  ] as const)
    it(`is told by the time of its creation: a resource ${requests === 1 ? "deletes" : "does not delete"} ${what}`, async () => {
      const { operation, calls } = open();
      operation.ownership.claims.claim(id, { subject: 'Zone "cafe"', since: 100 });
      await deleteObject(operation, id, zone($created === undefined ? {} : { $created }));
      expect(calls).to.have.length(requests);
    });

  it("is an error where both declare it, which names both and the way out", () => {
    const { operation } = open();
    operation.ownership.claims.checked(cafe, false);
    guardOwner(operation, [id], cafe, { subject: 'Zone "a"' });
    expect(() => {
      guardOwner(operation, [id], cafe, { subject: 'Zone "b"' });
    }).to.throw(
      `Zone "b": its Zone ${id} belongs to Zone "a" of this program too; remove one of the two from the program and from the state`,
    );
  });
});

describe("the requests of the option import", () => {
  const asking = (as: string, which = id): JsonObject => zone({ name: as, $import: { id: which, as } });
  const open = () => standIn(definition, [[200, zone({ _id: id, name: "a" })]]).operation;

  it("are for one resource each", async () => {
    const operation = open();
    expect(await importBlocker(operation, asking("a"))).to.equal(undefined);
    expect(await importBlocker(operation, asking("b"))).to.match(
      /^Zone 6e4aeb98-\S+ belongs to another resource of the stack, and "b" cannot import it/,
    );
  });

  it("are refused for what a resource of the program has", async () => {
    const operation = open();
    operation.ownership.claims.claim(id, owner);
    expect(await importBlocker(operation, asking("a"))).to.contain(
      "belongs to another resource of the stack",
    );
  });

  it("are refused for what a resource of the program turns out to have", async () => {
    const operation = open();
    await importBlocker(operation, asking("a"));
    expect(() => {
      guardImports(operation, id, { olds: cafe, news: cafe });
    }).to.throw('belongs to another resource of the stack, and "a" cannot import it');
  });

  it("may not name another object than the resource has", () => {
    expect(() => {
      guardImports(open(), other, { olds: cafe, news: asking("a") });
    }).to.throw(`"a" is in the stack already as Zone ${other}, but its option \`import\` names ${id}`);
  });

  it("may come to a resource with just that object", () => {
    const news = asking("a");
    expect(() => {
      guardImports(open(), id, { olds: cafe, news });
      guardImports(open(), other, { olds: news, news });
    }).to.not.throw();
  });

  it("are done once: what is re-created or replaced gets a new object", async () => {
    const operation = open();
    operation.ownership.imports.done(asking("a"));
    expect(await importBlocker(operation, asking("a"))).to.equal(undefined);
    expect(operation.ownership.imports.askerOf(id)).to.equal(undefined);
  });

  it("are done where the object is deleted in the same run, as in a forced replace", async () => {
    const { operation, calls } = standIn(definition, [[200, {}]]);
    await deleteObject(operation, id, asking("a"));
    expect(await importBlocker(operation, asking("a"))).to.equal(undefined);
    expect(calls).to.have.length(1);
  });

  const lasting: [what: string, olds: JsonObject, news: JsonObject, kept: JsonObject][] = [
    ["as it came", {}, asking("a"), asking("a")],
    ["as recorded, where it was removed", asking("a"), cafe, asking("a")],
    ["as recorded, where the resource was renamed", asking("a"), asking("b"), asking("a")],
    ["as it is now, where it names another object", asking("a"), asking("a", other), asking("a", other)],
  ];
  for (const [what, olds, news, kept] of lasting)
    it(`stay in the state ${what}`, () => {
      expect(persistedImport(olds, news)).to.deep.equal({ $import: kept["$import"] });
    });
});
