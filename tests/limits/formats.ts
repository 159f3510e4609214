/** Examples of each format of text. A format without examples fails as soon as a field has it. */
import type { Field } from "../../provider/schema/field";
import * as leaves from "../../provider/schema/leaves";

interface Format {
  readonly right: readonly string[];
  /** The first of them is shown on the page. */
  readonly wrong: readonly string[];
}

const notEmpty: Format = { right: ["x", "West End, ground floor"], wrong: [""] };

const formats = new Map<Field, Format>([
  [leaves.name, notEmpty],
  [leaves.text, notEmpty],
  [leaves.anyText, { right: ["", "default"], wrong: [] }],
  [leaves.destinationId, { right: ["x", "...", ".x", "store 42/a"], wrong: ["..", ".", ""] }],
  [
    leaves.emailAddress,
    { right: ["j@e", "jo+shop@example.com"], wrong: ["jo", "jo@", "jo smith@example.com"] },
  ],
  [
    leaves.color,
    {
      right: ["#429BD5", "#429bd5", "#000000", "#FFFFFF"],
      wrong: ["red", "#FFF", "#429BD5FF", "#GGGGGG"],
    },
  ],
  [
    leaves.uuid,
    {
      right: ["6e4aeb98-05b3-4b3f-b9ac-3b9a169e395c", "6E4AEB98-05B3-4B3F-B9AC-3B9A169E395C"],
      wrong: [
        "coffee",
        "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395",
        "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395cc",
        "6e4aeb98-05b3-4b3f-b9ac-3b9a169e395g",
      ],
    },
  ],
  [
    leaves.webAddress,
    {
      right: ["http://hooks.example.com", "HTTPS://hooks.example.com:8443/bluedot?shop=42#new"],
      wrong: ["ftp://hooks.example.com/", "hooks.example.com", "https://", "https://hooks.example.com/a b"],
    },
  ],
  [
    leaves.address,
    {
      right: ["https://bluedot.io", "myapp://offers/1"],
      wrong: ["bluedot.io", "/offers", "https://bluedot.io/my offers"],
    },
  ],
  [
    leaves.time,
    {
      right: ["00:00:00", "12:34:56", "23:59:59"],
      wrong: ["24:00:00", "09:60:00", "09:00:60", "09:00", "9:00:00"],
    },
  ],
  [leaves.date, { right: ["2026-12-10", "2028-02-29"], wrong: ["2026-02-29", "2026-13-01", "1/12/2026"] }],
  [
    leaves.macAddress,
    {
      right: ["00-14-22-01-23-45", "01:17:C5:31:84:19"],
      wrong: [
        "01-17-c5-31-84",
        "01-17:c5-31-84-19",
        "01-17-c5-31-84-19-20",
        "01-17-c5-31-84-1g",
        "0117c5318419",
      ],
    },
  ],
]);

export function formatOf(field: Field): Format {
  const format = formats.get(field);
  if (format === undefined) throw new Error("A field has a format of text without examples in formats.ts.");
  return format;
}
