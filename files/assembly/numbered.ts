/** Unique names: equal ones are numbered in their order, as the parts of a MultiPolygon. */
export function numbersFor(names: readonly string[]): string[] {
  if (names.length < 2) return [...names];
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const taken = new Set([...counts].flatMap(([name, count]) => (count === 1 ? [name] : [])));
  const last = new Map<string, number>();
  return names.map((name) => {
    if (counts.get(name) === 1) return name;
    let number = (last.get(name) ?? 0) + 1;
    while (taken.has(`${name} ${number}`)) number += 1;
    last.set(name, number);
    taken.add(`${name} ${number}`);
    return `${name} ${number}`;
  });
}
