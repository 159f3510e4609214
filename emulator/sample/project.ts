/** A project of a sample, the first with everything that one can have. */
import type { NewProject } from "../entities/project";
import type { Dice } from "./dice";
import { inTurn, type Some } from "./dice";
import { projectNames } from "./names";

export function sampleProject(index: number, dice: Dice): NewProject {
  return {
    _id: dice.uuid(),
    name: inTurn(projectNames, index),
    nextRuleUpdateInterval: inTurn([86_400, 300, 172_800], index),
    ...inTurn(settings, index)(dice),
  };
}

const settings: Some<(dice: Dice) => Partial<NewProject>> = [whole, plain, few];

function whole(dice: Dice): Partial<NewProject> {
  const hook = (name: string) => `https://hooks.example.com/${name}?source=bluedot&x=%7B%7D`;
  return {
    webhooks: [
      {
        type: "geoTrigger",
        url: hook("geo"),
        headers: { "X-Api-Key": dice.hex(24), "X-Store": "{customData.storeId} & more" },
      },
      { type: "tempo", url: hook("tempo"), headers: {} },
      { type: "wave", url: hook("wave"), retries: { limit: 3 } },
      { type: "helloOrder", url: hook("order"), structure: "default" },
    ],
    firebaseApiKey: dice.hex(32),
    integrations: {
      mparticle: {
        androidApiKey: dice.hex(32),
        androidSecretKey: dice.hex(64),
        iosApiKey: dice.hex(32),
        iosSecretKey: dice.hex(64),
      },
    },
    // Fields of a newer API.
    payloadVersion: 2,
    retention: { days: 30, regions: ["apac"] },
  };
}

function plain(): Partial<NewProject> {
  return {};
}

function few(dice: Dice): Partial<NewProject> {
  return {
    webhooks: [{ type: "wave", url: "http://localhost:8080/wave" }],
    integrations: { mparticle: { iosApiKey: dice.hex(32), iosSecretKey: dice.hex(64) } },
  };
}
