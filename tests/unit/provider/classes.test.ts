import {
  CustomResource,
  output,
  secret,
  type CustomResourceOptions,
  type ResourceTransformation,
} from "@pulumi/pulumi";
import { expect } from "chai";
import { z } from "zod";

import { Beacon, Destination, Project, User, Zone } from "../../../provider";
import { isSecret, type Field } from "../../../provider/schema/field";
import { definitions, resourceNames, type ResourceName } from "../../resources";
import { registrationOf, secretMark, startMocks, valueOf } from "./mocks";

const id = "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c";
const place = { latitude: 1, longitude: 2 };
const circle = { type: "circle", name: "door", center: place, radius: 40 } as const;

interface Example {
  readonly of: {
    new (name: string, args: never, opts?: CustomResourceOptions): CustomResource;
    get(name: string, id: string, opts?: CustomResourceOptions): CustomResource;
  };
  /** The arguments of a program that says no more than it must. */
  readonly given: Readonly<Record<string, unknown>>;
  /** What the class fills in, its name in the program left out. */
  readonly filledIn?: Readonly<Record<string, unknown>>;
}

const examples: Record<ResourceName, Example> = {
  Project: { of: Project, given: {} },
  Zone: { of: Zone, given: { projectId: id, minimumRetriggerTime: 60, geofeatures: [circle] } },
  Destination: { of: Destination, given: { destinationId: output("store-42") } },
  Beacon: {
    of: Beacon,
    given: { beaconType: "Android", location: output(place), macAddress: "a", txPower: 0 },
  },
  User: {
    of: User,
    given: { email: output("a@example.com"), firstName: "Ada", lastName: "L" },
    filledIn: { username: "a@example.com" },
  },
};

/** The paths of secrets below a field, each with a value that holds something at this path alone. */
function secretParts(field: Field): [path: string, value: unknown][] {
  switch (field.kind) {
    case "object":
      return Object.entries(field.properties).flatMap(([key, property]) =>
        property.secret === true
          ? [[key, { [key]: property.field.kind === "leaf" ? "hidden" : { hidden: "hidden" } }]]
          : secretParts(property.field).map(([path, value]): [string, unknown] => [
              `${key}.${path}`,
              { [key]: value },
            ]),
      );
    case "list":
      return secretParts(field.element).map(([path, value]) => [path, [value]]);
    case "variants":
      return Object.entries(field.variants).flatMap(([type, variant]) =>
        secretParts(variant).map(([path, value]): [string, unknown] => [path, { ...Object(value), type }]),
      );
    default:
      return [];
  }
}

describe("every class", () => {
  before(startMocks);

  for (const noun of resourceNames) {
    const { of, given, filledIn } = examples[noun];
    const { handler, fields } = definitions[noun];
    const make = (name: string, args = given, opts?: CustomResourceOptions) =>
      z.instanceof(CustomResource).parse(Reflect.construct(of, [name, args, opts]));
    const __provider = `exports.handler = () => require("pulumi-bluedot/handlers").${handler}`;
    const registered = async (name: string) => ({
      ...(fields.properties["name"]?.defaultsToName === true && { name }),
      ...(await valueOf(output(given))),
      ...filledIn,
      __provider,
    });

    it(`registers a ${noun} by its type, with its handler, its arguments and its name in the program`, async () => {
      const { type, inputs } = await registrationOf(make(`a ${noun}`));
      expect(type).to.equal(`pulumi-nodejs:dynamic/bluedot:${noun}`);
      expect(inputs).to.deep.equal(await registered(`a ${noun}`));
    });

    it(`tells the handler of a ${noun} what the option import says, since the engine cannot import it`, async () => {
      const { inputs, id: asked } = await registrationOf(make(`a ${noun}`, given, { import: id }));
      expect(inputs).to.deep.equal({
        ...(await registered(`a ${noun}`)),
        __import: { id, as: `a ${noun}` },
      });
      expect(asked).to.equal(undefined);
    });

    it(`looks up a ${noun} by its id, without arguments`, async () => {
      const { inputs, id: asked } = await registrationOf(of.get(`got ${noun}`, id));
      expect([asked, inputs]).to.deep.equal([id, { __provider }]);
    });

    it(`registers as secret each part of a ${noun} that the schema says is secret`, async () => {
      for (const [path, value] of secretParts(fields)) {
        const { inputs } = await registrationOf(
          make(`${noun} ${path}`, { ...given, ...z.object({}).loose().parse(value) }),
        );
        expect(inputs[path.split(".")[0] ?? ""], path).to.include(secretMark);
      }
    });

    it(`registers as secret each output of a ${noun} that it looks up and that holds a secret`, () => {
      let secrets: readonly string[] = [];
      const look: ResourceTransformation = ({ opts }) => {
        secrets =
          z.object({ additionalSecretOutputs: z.array(z.string()).optional() }).parse(opts)
            .additionalSecretOutputs ?? [];
        return undefined;
      };
      of.get(`secret ${noun}`, id, { transformations: [look], additionalSecretOutputs: ["own"] });
      const holding = Object.entries(fields.properties).filter(([, property]) => isSecret(property));
      if (holding.length > 0) expect(secrets).to.have.members(["own", ...holding.map(([name]) => name)]);
    });
  }

  it("has an output without a promise for what a program does not declare", async () => {
    const store = new Destination("bare", { destinationId: "store-1" });
    expect(await valueOf(store.address)).to.equal(undefined);
  });

  it("tells which parts of its arguments are secret, names and ids left out", async () => {
    const marked = {
      projectId: secret(id),
      name: secret("cafe"),
      minimumRetriggerTime: output(60),
      geofeatures: [
        { ...circle, radius: secret(40) },
        { ...circle, name: "yard", radius: secret(50) },
      ],
      tags: secret(["vip"]),
      customData: { pin: secret("4711"), "a.b": Promise.resolve("plain") },
      destinationId: secret("store-42"),
    };
    const { inputs } = await registrationOf(new Zone("marked", marked));
    expect(inputs["__secret"]).to.deep.equal(["customData.pin", "geofeatures.radius", "tags"]);
    const plain = {
      geofeatures: output([circle]),
      tags: output(["vip"]),
      customData: { pin: output("4711") },
    };
    const { inputs: others } = await registrationOf(new Zone("not marked", { ...marked, ...plain }));
    expect(others).to.not.have.property("__secret");
  });

  it("has the name of the program also where the argument is null, as JSON has it", async () => {
    const args = { name: null, nextRuleUpdateInterval: 300 };
    const { inputs } = await registrationOf(
      z.instanceof(Project).parse(Reflect.construct(Project, ["from JSON", args])),
    );
    expect(inputs["name"]).to.equal("from JSON");
  });

  it("keeps a username of its own", async () => {
    const { inputs } = await registrationOf(
      new User("own", { email: "a@example.com", username: "A@example.com", firstName: "A", lastName: "L" }),
    );
    expect(inputs["username"]).to.equal("A@example.com");
  });
});
