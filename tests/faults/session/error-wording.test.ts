import { expect } from "chai";

import { apiMessage } from "../../../provider/api/api-message";
import type { Json, JsonObject } from "../../../provider/json";
import { create } from "../../../provider/lifecycle/create";
import { project } from "../../../provider/project/definition";
import { guardDelete } from "../../../provider/project/guard";
import { BluedotError } from "../../../provider/errors";
import { openSession } from "../../../provider/api";
import { zone } from "../../../provider/zone/definition";
import { refusal, standIn } from "../../unit/provider/lifecycle/stand-in";
import { account, answer, complaintOf, post, stage } from "../../unit/provider/api/stage";

describe("the API's message", () => {
  it("D20: name a field once if the description has it already", () => {
    const messageOf = (errorDescription: string, fields: JsonObject) =>
      apiMessage({ errorType: "ValidationError", errorMessages: { errorDescription, ...fields } });
    expect(messageOf("email is in use", { email: "is in use" })).to.equal("ValidationError: email is in use");
    expect(
      messageOf("name is missing (and 1 more)", { name: "is missing", radius: "is too small" }),
    ).to.equal("ValidationError: name is missing (and 1 more); radius: is too small");
    expect(messageOf("Bad", { name: "is missing" })).to.equal("ValidationError: Bad; name: is missing");
  });

  const existing: [where: string, body: JsonObject][] = [
    ["beside the messages", { _id: "6e4a" }],
    ["in an object", { existing: { id: "6e4a", name: "cafe" } }],
    ["under a name of its own", { existingZoneId: "6e4a" }],
  ];
  for (const [where, more] of existing) {
    it(`D20: a 409 names the id of the existing object that stands ${where}`, async () => {
      const body = {
        errorType: "ValidationError",
        errorMessages: { errorDescription: "it exists" },
        ...more,
      };
      const { tools } = stage({ outcomes: [answer(409, body)] });
      const error = await complaintOf(post(openSession(account, tools)));
      expect(error.message).to.include("conflicts with what exists as 6e4a (409 ValidationError: it exists)");
      expect(error.namedIds).to.deep.equal(["6e4a"]);
    });
  }

  it("D20: a 409 names an id once if the API's message has it", async () => {
    const body = {
      errorType: "ValidationError",
      errorMessages: { errorDescription: "6e4a exists" },
      id: "6e4a",
    };
    const { tools } = stage({ outcomes: [answer(409, body)] });
    expect((await complaintOf(post(openSession(account, tools)))).message).to.include(
      "conflicts with what exists (409 ValidationError: 6e4a exists)",
    );
  });
});

describe("a zone whose project is gone", () => {
  const cafe = { name: "cafe", projectId: "c7058934", geofeatures: [] };
  const refused = new BluedotError("refused", "no", { status: 400 });
  const notFound: readonly [number, Json] = [404, { errorType: "NotFoundError" }];

  for (const [title, first] of [
    ["a 400", refused],
    ["a 404", notFound],
  ] as const) {
    it(`D20: is refused with a sentence that says so, after ${title}`, async () => {
      const { operation, calls } = standIn(zone, [first, notFound]);
      expect((await refusal(create(operation, cafe))).message).to.equal(
        'Zone "cafe": its project c7058934 does not exist in this account and region; if this program declares the project, run `pulumi up --refresh` to make it again, else correct `projectId`.',
      );
      expect(calls.at(-1)).to.include({ method: "GET", path: "/projects/c7058934" });
    });
  }

  it("D20: is not the error of another refusal", async () => {
    const { operation } = standIn(zone, [refused, [200, { _id: "c7058934" }]]);
    expect(await refusal(create(operation, cafe))).to.equal(refused);
    const unknown = standIn(zone, [refused, new BluedotError("unanswered", "lost")]);
    expect(await refusal(create(unknown.operation, cafe))).to.equal(refused);
  });
});

describe("a project that still holds zones", () => {
  const zones = (count: number): [number, Json][] => [
    [200, { count }],
    [200, Array.from({ length: Math.min(count, 10) }, (_, at) => ({ _id: `id-${at}`, name: `zone ${at}` }))],
    ...Array.from({ length: count }, (): [number, Json] => [200, {}]),
  ];
  const guarded = async (count: number) => {
    const { operation } = standIn(project, zones(count));
    const about = { id: "c7058934", subject: 'Project "coffee"', session: operation.account().session };
    return (await refusal(guardDelete(about, {}))).message;
  };

  it("D20: names its zones", async () => {
    expect(await guarded(1)).to.match(/^Project "coffee" still holds 1 zone \("zone 0"\), /);
  });

  it("D20: names the first of many", async () => {
    expect(await guarded(40)).to.include('40 zones ("zone 0", "zone 1", "zone 2", "zone 3", "zone 4", …), ');
  });

  it("A10: says what it cannot know of them, and how to go on", async () => {
    const message = await guarded(2);
    expect(message).not.to.include("that this stack does not manage");
    for (const words of [
      "`deletedWith`",
      "`retainOnDelete`",
      "`forceDestroy: true`",
      "`pulumi state delete`",
    ])
      expect(message).to.include(words);
  });
});
