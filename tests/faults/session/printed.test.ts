import { expect } from "chai";

import { apiMessage } from "../../../provider/api/api-message";
import { BluedotError } from "../../../provider/errors";
import { subjectOf } from "../../../provider/lifecycle/definition";
import { required } from "../../../provider/schema/field";
import { name } from "../../../provider/schema/leaves";
import { display } from "../../../provider/schema/display";
import { openSession } from "../../../provider/api";
import { zone } from "../../../provider/zone/definition";
import { printable } from "../../../provider/printable";
import { account, apiError, complaintOf, get, stage } from "../../unit/provider/api/stage";

const characters: [what: string, text: string, written: string][] = [
  ["a right-to-left override", "\u202e", "\\u202e"],
  ["a left-to-right mark", "\u200e", "\\u200e"],
  ["an isolate", "\u2066", "\\u2066"],
  ["a control of Latin-1", "\u009b", "\\u009b"],
  ["an escape", "\u001b", "\\u001b"],
  ["a soft hyphen", "\u00ad", "\\u00ad"],
  ["a tag, which is a pair", "\u{e0041}", "\\udb40\\udc41"],
  ["a lone half of a pair", "\ud800", "\\ud800"],
];

describe("what is printed", () => {
  for (const [what, text, written] of characters) {
    it(`B4: writes ${what} by its number`, () => {
      expect(printable(`a${text}b`)).to.equal(`a${written}b`);
      expect(new BluedotError("refused", `Zone "a${text}b".`).message).to.equal(`Zone "a${written}b".`);
      expect(apiMessage(`a${text}b`)).to.equal(`a${written}b`);
    });
  }

  it("B4: leaves plain text, line ends, and the joiners of emoji and scripts", () => {
    const text = "Café 東京 👩\u200d🚀 \u0644\u200c\nnext";
    expect(printable(text)).to.equal(text);
  });

  it("B4: shows values of the API so, too", () => {
    expect(display(required(name).field, "a\u202eb\u0085")).to.equal('"a\\u202eb\\u0085"');
  });

  it("B4: keeps the name of a resource on one line", () => {
    expect(subjectOf(zone, { name: "cafe\nwarning: all is lost" })).to.equal(
      'Zone "cafe\\nwarning: all is lost"',
    );
  });

  it("B4: an answer's words and a warning hold no order to a terminal", async () => {
    const { tools, warnings } = stage({ outcomes: [apiError(503, "ServerError", "down\u202e\u009b2J")] });
    const error = await complaintOf(get(openSession(account, tools)));
    expect(error.message).to.include("down\\u202e\\u009b2J");
    expect(warnings.join()).to.include("down\\u202e\\u009b2J");
  });
});
