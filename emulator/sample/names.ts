/** The names of a sample: usual ones and difficult ones. */
import { inTurn, type Dice, type Some } from "./dice";

export const projectNames: Some<string> = [
  "Harbour Coffee",
  "harbour coffee",
  "2nd Street Pharmacy",
  'Café "Nº 1" <b>',
  "Fuel & Go / North",
  "店舗",
];

/** Every fourth zone has one of these; each comes again in a large account. */
export const awkwardNames: Some<string> = [
  'Café "Nº 1" <b>',
  "Main Street",
  "main street",
  "MAIN STREET",
  "Main Street",
  "7 Seas",
  "24h parking",
  "-",
  " ",
  "_",
  "…",
  "constructor",
  "__proto__",
  "class",
  "new",
  "index",
  "${name}",
  "`tick`",
  "O'Hara\\n",
  "two\nlines",
  "tab\there",
  "a/b\\c:d",
  "../up",
  "Cafe\u0301",
  "Café",
  "مقهى الميناء",
  "港のカフェ",
  "🛒 Mart 👩‍👩‍👧",
  "// no comment */",
  "null",
  "1e3",
  "007",
  "Straße",
  "STRASSE",
  "ends with a space ",
  "ends with a dot.",
  "con",
  "x".repeat(300),
];

const things: Some<string> = [
  "Harbour",
  "Station",
  "Market",
  "Airport",
  "Park",
  "Bridge",
  "Library",
  "Stadium",
];
const parts: Some<string> = [
  "North Gate",
  "Car Park",
  "Drive-through",
  "Terrace",
  "Level 2",
  "Pick-up",
  "Entrance",
];

export function zoneName(index: number, dice: Dice): string {
  if (index % 4 === 3) return inTurn(awkwardNames, Math.floor(index / 4));
  return `${dice.from(things)} ${dice.from(parts)} ${index + 1}`;
}

const fenceNames: Some<string> = [
  "Front door",
  "Car park",
  "front door",
  "Kerb – nº 2",
  '"Quoted"',
  "1",
  "Drive-through lane",
  "入口",
];

/** Different ones within a zone, where there are no more than eight. */
export function fenceName(index: number): string {
  return inTurn(fenceNames, index);
}

/** Ids as their users made them up; the number keeps each to itself. */
export function destinationId(index: number, number: number): string {
  const forms: Some<string> = [
    `ST-${String(number).padStart(5, "0")}`,
    String(number).padStart(8, "0"),
    `store ${number}`,
    `north/${number}`,
    `Café #${number}?`,
    `100%-${number}`,
    `店${number}`,
    `"${number}" <b>`,
  ];
  return inTurn(forms, index);
}

export const people: Some<readonly [first: string, last: string]> = [
  ["Ann", "Lee"],
  ["Zoë", "O’Neill"],
  ["José", "Núñez de la Vega"],
  ["Li", "王"],
  ["Bob", "van der Berg"],
];
