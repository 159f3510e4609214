/** Elements of the page. Text from the model is only ever set as text. */
import type { Kind } from "./kinds";

const SVG = "http://www.w3.org/2000/svg";

/** The element of an id, which page.html has. */
export function find<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`The page has no ${id}.`);
  return element;
}

/** An element with a class and children; a string becomes text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== "") element.className = className;
  element.append(...children);
  return element;
}

/** The symbol of a change, with its word for those who do not see it. */
export function symbolOf(kind: Kind, isNamed = true): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `symbol ${kind.change}`);
  if (isNamed) {
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", kind.word);
  } else {
    svg.setAttribute("aria-hidden", "true");
  }
  for (const [className, path] of [
    ["body", kind.symbol],
    ["mark", kind.mark],
  ] as const) {
    const element = document.createElementNS(SVG, "path");
    element.setAttribute("class", className);
    element.setAttribute("d", path);
    svg.append(element);
  }
  return svg;
}
