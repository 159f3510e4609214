import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { once } from "node:events";

import { expect } from "chai";

import { at, send, signedIn } from "../emulator/client";
import { inFolder } from "../emulator/store/folder";
import { start, withEmulator } from "./command";

const account = { email: "dev@example.com", password: "emulator-password" };

const clientOf = (url: string, given = account) => signedIn((path, init) => fetch(url + path, init), given);

describe("the emulator command", () => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    it(`answers until ${signal}, and then ends well`, async () => {
      const command = start("emulator", "--port", "0");
      const [, url = ""] = await command.until(/listens on (http:\S+), in memory\./);
      const { call } = await clientOf(url);
      expect((await call("GET", "/projects")).status).to.equal(200);
      command.kill(signal);
      expect(await command.code).to.equal(0);
      expect(await fetch(url).catch(() => "nobody there")).to.equal("nobody there");
    });
  }

  it("prints how to point a stack at it, without the password", async () => {
    const given = ["--email", "ops@example.com", "--password", "canary-5f1c"];
    const command = await withEmulator(given, async (url, { printed }) => {
      expect(printed()).to.include(`pulumi config set bluedot:endpoint ${url}\n`);
      expect(printed()).to.include("pulumi config set bluedot:email ops@example.com\n");
      await clientOf(url, { email: "ops@example.com", password: "canary-5f1c" });
    });
    expect(command.printed()).not.to.include("canary-5f1c");
  });

  it("prints a command that a shell takes as it is, also for an odd address", () =>
    withEmulator(["--email", "o'hara & co@example.com"], (_, { printed }) => {
      expect(printed()).to.include("bluedot:email 'o'\\''hara & co@example.com'\n");
      return Promise.resolve();
    }));

  it("lets nobody in but the account it is given", () =>
    withEmulator(["--email", "ops@example.com"], async (url) => {
      const reply = await send((path, init) => fetch(url + path, init), "POST", "/sessions", account);
      expect(reply.status).to.equal(403);
    }));

  const lines: [args: string[], what: string, printed: boolean][] = [
    [[], "prints a line for each request", true],
    [["--quiet"], "prints none with --quiet", false],
  ];
  for (const [args, what, printed] of lines) {
    it(what, async () => {
      const command = await withEmulator(args, async (url) => {
        const { call } = await clientOf(url);
        await call("GET", "/projects");
      });
      expect(/^POST \/sessions 20\d\nGET \/projects 200$/m.test(command.printed())).to.equal(printed);
    });
  }

  it("keeps projects and zones in its data file across a restart", () =>
    inFolder(async (data) => {
      let id: unknown;
      await withEmulator(["--data", data], async (url, { printed }) => {
        expect(printed()).to.include(`data in ${data}.`);
        const { call } = await clientOf(url);
        id = at(
          (await call("POST", "/projects", { name: "Shops", nextRuleUpdateInterval: 600 })).body,
          "_id",
        );
      });
      await withEmulator(["--data", data], async (url) => {
        const { call } = await clientOf(url);
        expect(at((await call("GET", `/projects/${String(id)}`)).body, "name")).to.equal("Shops");
      });
    }));

  it("holds a made-up account of as many zones as it is told", () =>
    withEmulator(["--sample", "30"], async (url, { printed }) => {
      expect(printed()).to.include(
        "It holds a made-up account (projects: 2, destinations: 3, beacons: 1, zones: 30, users: 5).\n",
      );
      const { call } = await clientOf(url);
      expect((await call("GET", "/projects")).body).to.have.length(2);
    }));

  it("adds no sample to what its data file holds", () =>
    inFolder(async (data) => {
      const given = ["--data", data, "--sample", "10"];
      await withEmulator(given, () => Promise.resolve());
      await withEmulator(given, async (url, { printed }) => {
        expect(printed()).to.include("It holds something already, so that no sample was added.\n");
        const { call } = await clientOf(url);
        expect((await call("GET", "/projects")).body).to.have.length(2);
      });
    }));

  it("takes no sample of a number of zones that is none", async () => {
    const command = start("emulator", "--port", "0", "--sample", "100000");
    expect(await command.code).to.equal(1);
    expect(command.printed()).to.include("It must be a whole number from 0 to 99999.");
  });

  it("says of a data file that is none what is wrong with it", () =>
    inFolder(async (data) => {
      await writeFile(data, "no data of an emulator\n");
      const command = start("emulator", "--port", "0", "--data", data);
      expect(await command.code).to.equal(1);
      expect(command.printed())
        .to.include(data)
        .and.not.to.match(/^ +at /m);
    }));

  it("says of a port that it is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = String(typeof address === "object" ? address?.port : "");
    const command = start("emulator", "--port", port);
    expect(await command.code).to.equal(1);
    expect(command.printed()).to.equal(
      `The emulator cannot listen on 127.0.0.1, port ${port}: the port is in use; choose another one, or 0 for any that is free.\n`,
    );
    other.close();
  });
});
