/** The layout of docs/reference.md: groups by resource, and a table of contents. */

/** An exported name with its text. */
export interface Section {
  readonly name: string;
  readonly kind: "class" | "function" | "type";
  /** The file that declares it, from the root of the repository. */
  readonly file: string;
  /** The signature of a function, which names the types that it takes and gives. */
  readonly mentions: string;
  /** Its heading and all below. */
  readonly text: string;
}

interface Group {
  readonly title: string;
  readonly files: RegExp;
  readonly text?: string;
}

/** Types alone: a class has a group of its own. */
const common = { title: "Common types", files: /^provider\// };

/** In the order of the page; a section belongs to the first group whose files hold its declaration. */
const groups: readonly Group[] = [
  { title: "Projects", files: /^provider\/(project\/|lookups\/project)/ },
  { title: "Zones", files: /^provider\/(zone\/(index|args)\.ts|lookups\/zone)/ },
  { title: "Geofeatures", files: /^provider\/zone\/(geofeature|beacon-geofeature|points)/ },
  { title: "Geofeatures of GeoJSON", files: /^provider\/zone\/geojson/ },
  { title: "Conditions", files: /^provider\/(zone\/condition|seconds)/ },
  { title: "Actions", files: /^provider\/zone\/action/ },
  { title: "Sets of zones", files: /^provider\/zone-set\// },
  { title: "Destinations", files: /^provider\/(destination\/|lookups\/destination)/ },
  { title: "Sets of destinations", files: /^provider\/destination-set\// },
  { title: "Beacons", files: /^provider\/(beacon\/|lookups\/beacon)/ },
  { title: "Users", files: /^provider\/user\// },
  { title: "The provider", files: /^provider\/dynamic\/provider/ },
  common,
  { title: "Zone files", files: /^files\//, text: "Imported from `pulumi-bluedot/files`." },
  { title: "The emulator", files: /^emulator\//, text: "Imported from `pulumi-bluedot/emulator`." },
];

export function referencePage(sections: readonly Section[]): string {
  for (const section of sections) {
    const group = declaringGroup(section);
    if (group !== undefined && (group !== common || section.kind !== "class")) continue;
    throw new Error(`${section.file}: ${section.name} has no group; add one to tools/docs-groups.ts.`);
  }
  const parts = groups.map((group) => ({
    ...group,
    sections: inOrder(sections.filter((section) => groupOf(section, sections) === group)),
  }));
  const body = parts.map(({ title, text = "", sections: own }) =>
    [`## ${title}`, text, ...own.map((section) => section.text)].filter((part) => part !== "").join("\n\n"),
  );
  const anchorOf = anchors();
  anchorOf("Contents");
  const contents = parts.map(({ title, sections: own }) => {
    const group = `[${title}](#${anchorOf(title)})`;
    return `- ${group}: ${own.map(({ name }) => `[\`${name}\`](#${anchorOf(name)})`).join(", ")}`;
  });
  return (
    [
      "# Reference",
      "All exported names by resource: a class and its arguments first, then functions, then other types. A * marks a required property. `npm run docs` writes this page from the doc comments.",
      `## Contents`,
      contents.join("\n"),
      ...body,
    ].join("\n\n") + "\n"
  );
}

/** An argument or result of functions of one group alone belongs to that group. */
function groupOf(section: Section, all: readonly Section[]): Group | undefined {
  const own = declaringGroup(section);
  if (own !== common || !section.file.startsWith("provider/lookups/")) return own;
  const name = new RegExp(`\\b${section.name}\\b`);
  const users = all.filter(({ mentions }) => name.test(mentions)).map(declaringGroup);
  const [first] = users;
  return first !== undefined && users.every((user) => user === first) ? first : own;
}

function declaringGroup({ file }: Section): Group | undefined {
  return groups.find(({ files }) => files.test(file));
}

/** A class and its arguments, then functions, then types. */
function inOrder(sections: readonly Section[]): Section[] {
  const classes = sections.filter(({ kind }) => kind === "class").map(({ name }) => name);
  const rank = ({ kind, name }: Section) =>
    kind === "class" ? 0 : classes.some((of) => name === `${of}Args`) ? 1 : kind === "function" ? 2 : 3;
  return sections.toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}

/** The anchors of headings in the order of the page; a heading that comes again gets a number. */
function anchors(): (heading: string) => string {
  const counts = new Map<string, number>();
  return (heading) => {
    const anchor = heading.toLowerCase().replaceAll(" ", "-");
    const count = counts.get(anchor) ?? 0;
    counts.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  };
}
