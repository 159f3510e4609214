import { expect } from "chai";
import { lastLines, runCommand } from "../../../../tools/engine/command";

const node = (script: string) => [process.execPath, ["-e", script]] as const;

describe("running a command", () => {
  it("gives exit code and both outputs", async () => {
    const result = await runCommand(
      ...node("console.log('out'); console.error('err'); process.exitCode = 3"),
    );
    expect(result).to.deep.equal({ code: 3, stdout: "out\n", stderr: "err\n" });
  });

  it("gives 128 and the signal's number when a signal ended it", async () => {
    const { code } = await runCommand(
      ...node("process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000)"),
    );
    expect(code).to.equal(137);
  });

  it("passes on each piece of output as it comes", async () => {
    const pieces: string[] = [];
    await runCommand(...node("console.log('out'); console.error('err')"), {
      onOutput: (text, from) => pieces.push(`${from}: ${text}`),
    });
    expect(pieces.sort()).to.deep.equal(["stderr: err\n", "stdout: out\n"]);
  });

  it("gives the command the variables it is told and no others", async () => {
    const { stdout } = await runCommand(...node("console.log(process.env.HOME, process.env.COLOUR)"), {
      environment: { COLOUR: "blue" },
    });
    expect(stdout).to.equal("undefined blue\n");
  });

  it("keeps a letter whole that comes in two pieces", async () => {
    const { stdout } = await runCommand(
      ...node(
        "process.stdout.write(Buffer.from([0xc3])); setTimeout(() => process.stdout.write(Buffer.from([0xa9])), 50)",
      ),
    );
    expect(stdout).to.equal("é");
  });

  it("fails for a command that does not exist", async () => {
    const error: unknown = await runCommand("no-such-command", []).catch((caught: unknown) => caught);
    expect(error).to.have.property("code", "ENOENT");
  });

  it("stops a command that takes too long, and does not repeat its later arguments", async () => {
    const error: unknown = await runCommand(
      process.execPath,
      ["-e", "console.log('so far'); setInterval(() => {}, 1000)", "password"],
      { timeLimit: 1000 },
    ).catch((caught: unknown) => caught);
    expect(String(error)).to.match(
      /took longer than 1 s and was stopped; it last printed:\n(so far|\(nothing\))$/,
    );
    expect(String(error)).not.to.include("password");
  });
});

describe("the last lines of a text", () => {
  it("are those that say something", () => {
    expect(lastLines("a\n\nb\r\n \nc\n\n", 2)).to.equal("b\nc");
  });
});
