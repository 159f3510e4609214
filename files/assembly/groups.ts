/** Which features make up which zone, and what zones and their parts are called. */
import { isString } from "../../provider/json";
import type { Feature } from "../feature";
import type { FeatureText } from "../options";
import type { Place } from "../report";
import { isKnown } from "./known-properties";
import { cellOf, otherPlace, placeWith, propertyOf, type Assembly } from "./reading";
import { propertiesIn, textBy, textOfValue } from "./text";

interface Member {
  readonly feature: Feature;
  /** The first part of the names of its geofeatures. */
  readonly name: string;
}

export interface Group {
  readonly name: string;
  readonly place: Place;
  readonly members: Member[];
}

/** The zones to be, in the order of their first features. Features without a name are left out after a fault. */
export function groupsOf(features: readonly Feature[], assembly: Assembly): Group[] {
  const groups = new Map<string, Group>();
  const zones = new Set(features.flatMap((feature) => zoneProperty(feature) ?? []));
  for (const [index, feature] of features.entries()) {
    const labels = labelsOf(feature, index, zones, assembly);
    if (labels === undefined) continue;
    const { key, zone, name } = labels;
    const group = groups.get(key) ?? { name: zone, place: placeWith(feature.place, zone), members: [] };
    groups.set(key, group);
    group.members.push({ feature, name });
  }
  const list = [...groups.values()];
  checkNames(list, assembly);
  warnOfZoneProperty(list, assembly);
  return list;
}

interface Labels {
  /** Features of one key are one zone. */
  readonly key: string;
  readonly zone: string;
  readonly name: string;
}

/** @param zones all zones that a property `zone` names: a feature of that name is a part of it */
function labelsOf(
  feature: Feature,
  index: number,
  zones: ReadonlySet<string>,
  assembly: Assembly,
): Labels | undefined {
  const { options, report } = assembly;
  const name =
    options.name === undefined ? ownName(feature) : textBy(options.name, "name", feature, index, report);
  if (options.group === "folder") {
    const folder = feature.folders.at(-1);
    if (folder !== undefined)
      return { key: JSON.stringify(feature.folders), zone: folder, name: name ?? folder };
    report.fault(
      placeWith(feature.place, name ?? ""),
      `it lies in no folder${report.advise("group", "folder", (option) => `, which ${option} needs`)}`,
    );
    return undefined;
  }
  if (options.group !== undefined) {
    const zone = textBy(options.group, "group", feature, index, report);
    return zone === undefined ? undefined : { key: zone, zone, name: name ?? zone };
  }
  const zone =
    options.name === undefined
      ? (zoneProperty(feature) ?? (zones.has(name ?? "") ? name : undefined))
      : undefined;
  if (zone !== undefined) return { key: JSON.stringify([zone]), zone, name: name ?? zone };
  if (name !== undefined) return { key: `${index}`, zone: name, name };
  if (options.name === undefined && assembly.needs === "drawing") {
    const number = `zone ${index + 1}`;
    report.warnOnce(
      "no name",
      feature.place,
      `it has no name, and is called "${number}" by its place in the file` +
        report.advise("name", undefined, (option) => `; ${option} names a property that has one`),
    );
    return { key: `${index}`, zone: number, name: number };
  }
  if (options.name === undefined) {
    report.faultOnce(
      "no name",
      feature.place,
      "it has no name, and each zone needs one; " +
        report.advise("name", undefined, (option) => `${option} gives a property, or a function such as `) +
        `(properties, { index }) => \`zone \${index + 1}\`; ${propertiesIn(feature)}`,
    );
  }
  return undefined;
}

function zoneProperty(feature: Feature): string | undefined {
  return textOfValue(propertyOf(feature, "zone")?.value);
}

/** The name in the format's own place, or the property that has it in most files. */
function ownName(feature: Feature): string | undefined {
  if (feature.name !== undefined && feature.name.trim() !== "") return feature.name.trim();
  for (const name of ["name", "Name", "NAME", "title"]) {
    const text = textOfValue(propertyOf(feature, name)?.value);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Pulumi knows a resource by its name, so that no two zones of a program can share one; on a map they can. */
function checkNames(groups: readonly Group[], { options, needs, report }: Assembly): void {
  const first = new Map<string, Group>();
  for (const group of groups) {
    const before = first.get(group.name);
    if (before === undefined) {
      first.set(group.name, group);
      continue;
    }
    const same = `"${group.name}" is the name of ${otherPlace(before.place)} too`;
    const advice =
      report.advise("name", undefined, (option) => `; ${option} can give other names`) +
      report.advise("group", undefined, (option) => `, and ${option} makes one zone of several features`);
    const place = nameCellOf(group, options.name) ?? group.place;
    if (needs === "drawing") report.warnOnce("names", place, `${same}${advice}`);
    else report.fault(place, `${same}, and each zone needs a name of its own${advice}`);
  }
}

/** The cell of a table with the name of a zone. */
function nameCellOf({ name, members }: Group, option: FeatureText | undefined): Place | undefined {
  const [first] = members;
  const property = option ?? first?.feature.nameProperty;
  return isString(property) ? cellOf(first?.feature, property, name) : undefined;
}

/** A file of somebody else may mean something else by `zone`; ours have no properties that we do not know. */
function warnOfZoneProperty(groups: readonly Group[], { options, report }: Assembly): void {
  if (options.group !== undefined || options.name !== undefined) return;
  const named = groups.find(
    ({ name, members }) =>
      members.some((member) => member.name !== name) &&
      members.some(({ feature }) => [...feature.properties.keys()].some((key) => !isKnown(key))),
  );
  if (named === undefined) return;
  const count = named.members.length;
  report.warn(
    named.place,
    `${count === 1 ? "it is" : `${count} features are`} the zone "${named.name}", as the property zone says` +
      report.advise("name", "name", (option) => `; ${option} makes each feature a zone of its own name`),
  );
}
