/**
 * The rows that a field's own declaration gives: its kind, its limits, what is secret and what is filled in.
 *
 * They follow the schema. documented.ts has the limits themselves, and docs/limits.md, which is checked in, shows each
 * beside its source and the message about it.
 */
import { examplesOf } from "./examples";
import type { Place } from "./places";
import { propertiesAt, type NamedProperty } from "./properties";
import type { Rejected, Row, Section, Source } from "./row";

/** The section with a row of each of its fields, and its other rows after that of the property they are about. */
export function withRowsOfFields(table: Section): Section {
  const derived = table.from.flatMap(([source, ...names]) => names.map((name) => rowOf(table, name, source)));
  const order = table.places.flatMap((place) => propertiesAt(place).map(({ name }) => name));
  const rank = ({ property }: Row) => {
    const at = order.indexOf(property.replace(/[[.].*/, ""));
    return at < 0 ? order.length : at;
  };
  return { ...table, rows: [...derived, ...table.rows].sort((one, other) => rank(one) - rank(other)) };
}

function rowOf({ title, places, defaults, notes }: Section, name: string, from: Source): Row {
  const at = places.filter((place) => propertyAt(place, name) !== undefined);
  const [place] = at;
  const known = place && propertyAt(place, name);
  if (place === undefined || known === undefined) throw new Error(`${title} has no ${name}.`);
  const { rule, right, wrong } = examplesOf(known, place.right[name]);
  const others = place.alike?.includes(name) === true ? place.alike.filter((each) => each !== name) : [];
  const names = [name, ...others];
  const changes = (value: Row["accepted"][number][string]) =>
    Object.fromEntries(names.map((each) => [each, value]));
  const rejected = wrong.map(({ value, part, words }): Rejected => {
    return [changes(value), ...names.map((each) => [each + part, words] as const)];
  });
  const [first, ...more] = rejected;
  if (first === undefined) throw new Error(`Nothing breaks the rule of ${title}: ${name}.`);
  const { replaces, secret } = known.property;
  const otherwise = defaults?.[name] ?? defaultOf(known);
  return {
    property: name,
    rule: [
      rule,
      ...(notes?.[name] === undefined ? [] : [notes[name]]),
      ...(replaces === true ? [`a change replaces the ${nounOf(place)}`] : []),
      ...(secret === true ? ["secret"] : []),
    ].join("; "),
    from,
    ...(otherwise !== undefined && { default: otherwise }),
    at,
    // The object as it is, too.
    accepted: [{}, ...right.map(changes)],
    rejected: [first, ...more],
  };
}

function propertyAt(place: Place, name: string): NamedProperty | undefined {
  return propertiesAt(place).find((each) => each.name === name);
}

function defaultOf({ property: { fallback, accountDefault } }: NamedProperty): string | undefined {
  if (accountDefault === true) return "the account that signs in";
  return typeof fallback === "number" ? fallback.toLocaleString("en-US") : JSON.stringify(fallback);
}

function nounOf({ resource }: Place): string {
  return resource.endsWith("Set") ? "set" : resource.toLowerCase();
}
