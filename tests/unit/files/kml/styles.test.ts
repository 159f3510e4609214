import { expect } from "chai";

import { aPolygon, kml, read } from "./reading";

const area = (color: string, more = "") => `<PolyStyle><color>${color}</color>${more}</PolyStyle>`;
const line = (color: string) => `<LineStyle><color>${color}</color></LineStyle>`;
const red = "ff0000ff";
const blue = "7dff0000";

describe("the color of a placemark", () => {
  const cases: [what: string, shared: string, own: string, color: string | undefined][] = [
    ["its own style", "", `<Style>${area(red)}</Style>`, "#FF0000"],
    ["the area before the line", "", `<Style>${line(blue)}${area(red)}</Style>`, "#FF0000"],
    [
      "the line of an area that is not filled",
      "",
      `<Style>${line(blue)}${area(red, "<fill>0</fill>")}</Style>`,
      "#0000FF",
    ],
    ["the line where there is no area", "", `<Style>${line(blue)}</Style>`, "#0000FF"],
    ["a shared style", `<Style id="a">${area(red)}</Style>`, "<styleUrl>#a</styleUrl>", "#FF0000"],
    [
      "a shared style, named without #",
      `<Style id="a">${area(red)}</Style>`,
      "<styleUrl>a</styleUrl>",
      "#FF0000",
    ],
    [
      "its own style before a shared one",
      `<Style id="a">${area(red)}</Style>`,
      `<styleUrl>#a</styleUrl><Style>${area(blue)}</Style>`,
      "#0000FF",
    ],
    [
      "the area of a shared style, where its own has a line alone",
      `<Style id="a">${area(red)}</Style>`,
      `<styleUrl>#a</styleUrl><Style>${line(blue)}</Style>`,
      "#FF0000",
    ],
    [
      "the normal one of a style map",
      `<Style id="n">${area(red)}</Style><Style id="h">${area(blue)}</Style>` +
        '<StyleMap id="m"><Pair><key>highlight</key><styleUrl>#h</styleUrl></Pair>' +
        "<Pair><key>normal</key><styleUrl>#n</styleUrl></Pair></StyleMap>",
      "<styleUrl>#m</styleUrl>",
      "#FF0000",
    ],
    [
      "a style within a style map",
      `<StyleMap id="m"><Pair><key>normal</key><Style>${area(red)}</Style></Pair></StyleMap>`,
      "<styleUrl>#m</styleUrl>",
      "#FF0000",
    ],
    [
      "none, where style maps lead in a circle",
      '<StyleMap id="m"><Pair><key>normal</key><styleUrl>#m</styleUrl></Pair></StyleMap>',
      "<styleUrl>#m</styleUrl>",
      undefined,
    ],
    ["none, where there is no style", "", "", undefined],
  ];
  for (const [what, shared, own, color] of cases) {
    it(`is that of ${what}`, () => {
      const { features, warnings } = read(kml(`${shared}<Placemark>${own}${aPolygon}</Placemark>`));
      expect(features.map((feature) => feature.color)).to.deep.equal([color]);
      expect(warnings).to.deep.equal([]);
    });
  }

  it("is spelt as the data have it, where they have the same color", () => {
    const data = (color: string) =>
      `<ExtendedData><Data name="color"><value>${color}</value></Data></ExtendedData>`;
    const colors = ["#ff0000", "#00ff00"].map((color) => {
      const { features } = read(
        kml(`<Placemark><Style>${area(red)}</Style>${data(color)}${aPolygon}</Placemark>`),
      );
      return features[0]?.color;
    });
    expect(colors).to.deep.equal(["#ff0000", "#FF0000"]);
  });

  it("is that of a style that stands after it", () => {
    const { features } = read(
      kml(`<Placemark><styleUrl>#a</styleUrl>${aPolygon}</Placemark><Style id="a">${area(red)}</Style>`),
    );
    expect(features[0]?.color).to.equal("#FF0000");
  });

  const without: [what: string, own: string, warning: string][] = [
    [
      "an id that is not there",
      "<styleUrl>#a</styleUrl>",
      "the style #a has no effect: there is no style of that id",
    ],
    [
      "another file",
      "<styleUrl>http://example.com/s.kml#a</styleUrl>",
      "the style http://example.com/s.kml#a has no effect: it is in another file",
    ],
    [
      "a color that is none",
      `<Style>${area("red")}</Style>`,
      'the color "red" has no effect: it must be 8 digits, such as "ff0000ff" for red',
    ],
  ];
  for (const [what, own, warning] of without) {
    it(`is left out with a warning for ${what}`, () => {
      const { features, warnings } = read(kml(`<Placemark>${own}${aPolygon}</Placemark>`));
      expect(features[0]).not.to.have.property("color");
      expect(warnings).to.have.lengthOf(1);
      expect(warnings[0]).to.include(warning);
    });
  }
});
