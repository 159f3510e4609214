import { expect } from "chai";

import { readDestinations, readDrawnZones, readZones } from "../../../files";
import { checkOptions } from "../../../files/option-rules";
import type { OptionName } from "../../../files/spelling";

describe("the options of readers, before the file is read", () => {
  const refused: [options: Partial<Record<OptionName, unknown>>, sentence: string][] = [
    [{ radius: 2 }, "the option radius is 2, but must be metres, 5 or more, or the name of a property"],
    [{ radius: NaN }, "the option radius is NaN, but must be metres"],
    [{ radius: Infinity }, "the option radius is Infinity, but must be metres"],
    [{ radius: " " }, 'the option radius is " ", but must be metres'],
    [
      { minimumRetriggerTime: 5 },
      "the option minimumRetriggerTime is 5, but must be whole seconds, from 60 to 3,599,940 (999 h 59 min)",
    ],
    [{ minimumRetriggerTime: 3_599_941 }, "the option minimumRetriggerTime is 3599941, but"],
    [{ minimumRetriggerTime: 60.5 }, "the option minimumRetriggerTime is 60.5, but"],
    [{ simplify: -1 }, "the option simplify is -1, but must be metres, 0 or more"],
    [{ dropSmallerThan: -1 }, "the option dropSmallerThan is -1, but must be m², 0 or more"],
    [{ maxVertices: 2 }, "the option maxVertices is 2, but must be a whole number, 3 or more"],
    [{ holes: "fil" }, 'the option holes is "fil", but must be "refuse" or "fill"'],
    [{ circles: true }, 'the option circles is true, but must be "detect"'],
    [{ axes: "lat lng" }, 'the option axes is "lat lng", but must be "lng,lat" or "lat,lng"'],
    [{ customData: "ZIP" }, 'the option customData is "ZIP", but must be a list of names'],
    [{ tags: 7 }, "the option tags is 7, but must be a list of texts, or the name of a property"],
    [{ name: "" }, 'the option name is "", but must be the name of a property, or a function'],
    [{ triggerOnExit: "yes" }, 'the option triggerOnExit is "yes", but must be true or false'],
  ];
  for (const [options, sentence] of refused) {
    it(`refuse ${Object.keys(options).join()}: ${String(Object.values(options)[0])}`, () => {
      expect(() => {
        checkOptions(options);
      })
        .to.throw(sentence)
        .with.property("name", "ProgramError");
    });
  }

  it("refuse them whatever is read", () => {
    const options = { key: "id", radius: 2 };
    for (const read of [readZones, readDrawnZones])
      expect(() => read("no-such-file.csv", options)).to.throw("the option radius is 2");
    expect(() => readDestinations("no-such-file.csv", { ...options, key: "" })).to.throw(
      'the option key is "", but',
    );
  });

  it("take the limits, and name an option as a command does", () => {
    checkOptions({ radius: 5, minimumRetriggerTime: 60, simplify: 0, dropSmallerThan: 0, maxVertices: 3 });
    checkOptions({ radius: "size", minimumRetriggerTime: 3_599_940, name: () => "a", tags: [] });
    expect(() => {
      checkOptions({ radius: 2 }, (option) => `--${option}`);
    }).to.throw(/^--radius is 2, but/);
  });
});
