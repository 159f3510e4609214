import { expect } from "chai";

import { start } from "./command";

const commands = ["Usage: pulumi-bluedot", "Run an emulator of Bluedot's Config API"];
const options = ["--port <number>", "(default: 4010)", "--data <file>", "--email", "--password", "--quiet"];

const logged: [what: string, args: string[], code: number, parts: string[]][] = [
  ["its commands when it is given none", [], 1, commands],
  ["its commands with --help", ["--help"], 0, commands],
  ["the options of the emulator with --help", ["emulator", "--help"], 0, options],
  ["the command that was meant", ["emulatr"], 1, ["unknown command 'emulatr'", "Did you mean emulator?"]],
  ["the option that was meant", ["emulator", "--prot", "1"], 1, ["option '--prot'", "Did you mean --port?"]],
  ["of an argument too many", ["emulator", "4010"], 1, ["too many arguments"]],
  [
    "of a port that is no number",
    ["emulator", "--port", "http"],
    1,
    ["'--port <number>'", "'http'", "whole"],
  ],
  ["of a port below 0", ["emulator", "--port=-1"], 1, ["'--port <number>'", "'-1'", "whole number"]],
  ["of a port that there is not", ["emulator", "--port", "65536"], 1, ["a whole number from 0 to 65535"]],
  ["of a token life that is no number", ["emulator", "--token-life", "1h"], 1, ["--token-life", "whole"]],
  ["of an account without a password", ["emulator", "--password", ""], 1, ["password"]],
];

describe("the pulumi-bluedot command", () => {
  for (const [what, args, code, parts] of logged) {
    it(`tells ${what}`, async () => {
      const command = start(...args);
      expect(await command.code).to.equal(code);
      for (const part of parts) expect(command.printed()).to.include(part);
      expect(command.printed()).not.to.match(/^ +at /m);
    });
  }
});
