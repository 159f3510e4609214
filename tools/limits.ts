/**
 * The text of docs/limits.md: the rules that the tests in tests/limits follow, each with the sentence that tells it. Most
 * come from the schemas, so that the page is what shows a reviewer a changed limit.
 */
import { argumentsWith, inResource, placesOf, expectedOf, sentences } from "../tests/limits/validate";
import { objects, type Place } from "../tests/limits/places";
import { propertiesAt } from "../tests/limits/properties";
import type { Row, Section } from "../tests/limits/row";
import { sections } from "../tests/limits/tables";
import { refusalOf, functionRows } from "../tests/limits/tables/functions";
import { warningsOf, programRows } from "../tests/limits/tables/program";

export function limits(): string {
  return (
    [
      "# Limits",
      [
        "What is checked of resources, functions and whole programs before anything is sent, with the sentence that tells it; made by `npm run docs` from the schemas and tables that the tests follow.",
        `A fault stops the run, a warning does not and is told only where the resource has no fault; a * marks what is required, and without it you see \`${sentenceWithout(objects.zone, "projectId")}\`.`,
        '"Config API 1.2.0" is the specification that Bluedot published under that name, "Bluedot\'s documentation" what its pages and release notes have said since, and "this provider" knows a mistake where neither speaks.',
      ].join("\n"),
      ...sections.map(sectionText),
      functionsText(),
      programText(),
    ].join("\n\n") + "\n"
  );
}

function sectionText(section: Section): string {
  const { title, part = false, text } = section;
  const faults = section.rows.filter(({ severity }) => severity !== "warning");
  const warnings = section.rows.filter(({ severity }) => severity === "warning");
  return [
    `${part ? "###" : "##"} ${title}`,
    ...(text === undefined ? [] : [text]),
    table(
      ["", "rule", "from", "fault"],
      faults.map((row) => cells(section, row)),
    ),
    ...(warnings.length === 0
      ? []
      : [
          table(
            ["", "rule", "from", "warning"],
            warnings.map((row) => cells(section, row)),
          ),
        ]),
  ].join("\n\n");
}

function cells(section: Section, row: Row): string[] {
  const rule = row.default === undefined ? row.rule : `${row.rule}; default: ${row.default}`;
  return [nameOf(section, row), rule, row.from, sentenceOf(section, row)];
}

/** The property as a user writes it; by its own name where it stands in several places. */
function nameOf(section: Section, row: Row): string {
  if (row.property === "") return section.itself ?? "";
  const places = row.at ?? section.places;
  const within = new Set(places.map(({ resource, path }) => `${resource} ${path.replace(/\[\w+\]/g, "[]")}`));
  const [first] = places;
  const path = within.size === 1 && first !== undefined && first.path !== "" ? `${first.path}.` : "";
  const isFirst = section.rows.find(({ property }) => property === row.property) === row;
  const isRequired = places.some((place) => isNeeded(place, row.property)) && row.default === undefined;
  return `\`${path.replace(/\[\w+\]/g, "[]")}${row.property}\`${isFirst && isRequired ? " *" : ""}`;
}

function isNeeded(place: Place, property: string): boolean {
  return propertiesAt(place).some((each) => each.name === property && each.property.required);
}

/** Returns the message about the first example that breaks the rule. */
function sentenceOf(section: Section, row: Row): string {
  const [rejected] = row.rejected;
  const [place] = placesOf(section, row, rejected[0]);
  if (place === undefined) throw new Error(`${section.title} has no place for "${row.rule}".`);
  const [first] = expectedOf(row, place, rejected);
  const sentence =
    first && sentences(place, argumentsWith(place, rejected[0])).find(({ path }) => path === first[0]);
  if (sentence === undefined) throw new Error(`${section.title}: nothing is said of "${row.rule}".`);
  return sentence.text;
}

function sentenceWithout(place: Place, name: string): string {
  const shown = sentences(place, argumentsWith(place, { [name]: undefined }));
  return shown.find(({ path }) => path === inResource(place, name))?.text ?? "";
}

function functionsText(): string {
  const rows = functionRows.map(({ names, about, rule, from, rejected }) => [
    names.map((name) => `\`${name}\``).join(", "),
    about.length === 0 ? "any other argument" : about.map((argument) => `\`${argument}\``).join(", "),
    rule,
    from,
    refusalOf(names[0], rejected[0][0]) ?? "",
  ]);
  return ["## Functions", table(["", "argument", "rule", "from", "fault"], rows)].join("\n\n");
}

function programText(): string {
  const rows = programRows.map(({ about, rule, from, rejected }) => [
    about,
    rule,
    from,
    warningsOf(rejected[0]).join(" "),
  ]);
  return [
    "## The whole program",
    "What is known only from several resources of a program.",
    table(["", "rule", "from", "warning"], rows),
  ].join("\n\n");
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => "---"), ...rows.map((row) => row.map(cell))]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}
