import { expect } from "chai";

import { destination } from "../../../provider/destination/definition";
import { apiMessage } from "../../../provider/api/api-message";
import { BluedotError } from "../../../provider/errors";
import { destinationFrom } from "../../../provider/lookups/queries/entities";
import { isObject, type Json, type JsonObject } from "../../../provider/json";
import { create } from "../../../provider/lifecycle/create";
import { deleteObject } from "../../../provider/lifecycle/delete";
import { withSecretFields } from "../../../provider/lifecycle/redaction";
import type { Operation } from "../../../provider/lifecycle/context";
import { read } from "../../../provider/lifecycle/read";
import { update } from "../../../provider/lifecycle/update";
import { secretPaths } from "../../../provider/dynamic/secret-paths";
import { openSession } from "../../../provider/api";
import { user } from "../../../provider/user/definition";
import * as pulumi from "@pulumi/pulumi";
import { refusal, standIn } from "../../unit/provider/lifecycle/stand-in";
import { account, answer, apiError, complaintOf, stage } from "../../unit/provider/api/stage";

const canary = "canary@example.com";
const store: JsonObject = {
  destinationId: "store-42",
  name: "Collins Street",
  email: canary,
  $secret: ["email"],
};

/** An operation on destinations, over a session whose API repeats what it knows of one in every refusal. */
function echoing(
  outcomes = [apiError(400, "ValidationError", `${canary} of Collins Street is refused`)],
): Operation {
  const { operation } = standIn(destination, []);
  const session = openSession(account, stage({ outcomes }).tools);
  return { ...operation, account: () => ({ ...operation.account(), session }) };
}

describe("a secret that the API repeats", () => {
  it("D4: an e-mail address is marked as a Destination's secret, and not as a User's", async () => {
    const args = { name: pulumi.secret("n"), email: pulumi.secret(canary) };
    const paths = (noun: string) =>
      new Promise((resolve) => {
        const marks = secretPaths(noun, args);
        if (marks === undefined) resolve(undefined);
        else marks.apply(resolve);
      });
    expect(await paths("Destination")).to.deep.equal(["email"]);
    expect(await paths("User")).to.equal(undefined);
  });

  const works: [what: string, work: (operation: Operation) => Promise<unknown>][] = [
    ["create", (operation) => create(withSecretFields(operation, store), store)],
    [
      "update",
      (operation) =>
        update(withSecretFields(operation, store), "store-42", store, { ...store, name: "Other" }),
    ],
    ["read", (operation) => read(withSecretFields(operation, store), "store-42", store)],
    ["delete", (operation) => deleteObject(withSecretFields(operation, store), "store-42", store)],
  ];
  for (const [what, work] of works) {
    it(`D4: is not in the error of a ${what}`, async () => {
      const { message } = await refusal(work(echoing()));
      expect(message).to.include("[redacted] of Collins Street is refused").and.not.include(canary);
    });
  }

  it("D4: is not in what is recorded of a create that is not finished", async () => {
    const made = answer(201, { destinationId: "store-42" });
    const failed = apiError(500, "ServerError", `${canary} is lost`);
    const operation = echoing([made, failed]);
    const half = { ...operation, definition: { ...destination, complete: () => false } };
    const error: unknown = await refusal(create(withSecretFields(half, store), store));
    const reasons: unknown = isObject(error) ? error["reasons"] : undefined;
    expect(JSON.stringify(reasons)).to.include("[redacted] is lost").and.not.include(canary);
  });

  it("D4: is not in the error of a destination of a set that marks something", async () => {
    const unmarked = { destinationId: "store-42", name: "Collins Street", email: canary };
    const operation = { ...echoing(), isSecret: true };
    const { message } = await refusal(create(withSecretFields(operation, unmarked), unmarked));
    expect(message).to.include("Collins Street").and.not.include(canary);
  });

  it("D4: a User is called by its address all the same", async () => {
    const { operation } = standIn(user, []);
    const refused = [apiError(409, "ValidationError", `${canary} exists`)];
    const session = openSession(account, stage({ outcomes: refused }).tools);
    const ours = { ...operation, isSecret: true, account: () => ({ ...operation.account(), session }) };
    const news = { email: canary, username: canary, firstName: "Ada", lastName: "Lovelace" };
    expect((await refusal(create(withSecretFields(ours, news), news))).message).to.include(
      `User "${canary}"`,
    );
  });
});

const named = [
  "apiKey",
  "apiKeys",
  "credential",
  "credentials",
  "headers",
  "clientSecret",
  "password",
  "refreshToken",
];

describe("a name that is a secret's", () => {
  for (const name of named) {
    it(`D5: ${name} is redacted in errors and left out of results`, async () => {
      const values: Json[] = ["canary-value", ["canary-value"], { x: "canary-value" }];
      for (const value of values) {
        const call = {
          method: "POST",
          path: "/zones",
          body: { extra: { [name]: value } },
          subject: "Zone",
        } as const;
        const { tools } = stage({ outcomes: [apiError(400, "ValidationError", "no canary-value here")] });
        expect((await complaintOf(openSession(account, tools).send(call))).message).to.include(
          "no [redacted] here",
        );
        expect(apiMessage({ fault: { [name]: value } })).not.to.include("canary");
        const found = destinationFrom("getDestination", {
          ...store,
          email: null,
          [name]: value,
          other: { [name]: value },
        });
        expect(JSON.stringify(found)).not.to.include("canary");
      }
      expect(apiMessage(`x "${name}":"canary-value" and ${name}=canary-value`)).not.to.include("canary");
    });
  }

  it("D5: what the API says of such a field stays", () => {
    const said = { errorType: "ValidationError", errorMessages: { firebaseApiKey: "must be text" } };
    expect(apiMessage(said)).to.equal("ValidationError: firebaseApiKey: must be text");
  });

  it("D5: other names are shown", () => {
    expect(apiMessage({ monkeyBars: "shown", headersCount: 2 })).to.equal(
      '{"monkeyBars":"shown","headersCount":2}',
    );
    expect(new BluedotError("refused", "keyboard: shown").message).to.equal("keyboard: shown");
  });
});
