import { tagsRule } from "../../../../../provider/zone/rules/tags";
import { followTable, unknown } from "./table";

describe("the rule for tags", () => {
  followTable(tagsRule, [
    ["tags that differ", { tags: ["a", "b", "A"] }],
    [
      "a tag told twice",
      { tags: ["a", "b", "a"] },
      ["warning", "tags[2]", /^it is the same as tags\[0\]; leave one/],
    ],
    [
      "a tag told three times",
      { tags: ["a", "a", "a"] },
      ["warning", "tags[1]", /tags\[0\]/],
      ["warning", "tags[2]", /tags\[0\]/],
    ],
    ["unknown tags", { tags: [unknown, unknown] }],
    ["a list of which nothing is known", { tags: unknown }],
    ["what is no tag, which is told there", { tags: [1, 1] }],
    ["no tags", {}],
  ]);
});
