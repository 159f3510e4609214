import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";

import { expect } from "chai";

import { openSession, type Session } from "../../../provider/api";
import { account, complaintOf, failure, get, post, stage as scripted } from "../../unit/provider/api/stage";
import { certificate, openProxyStage, type ProxyStage } from "./proxy-server";
import { withServer } from "./server";

const variables = ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"];
const names = variables.flatMap((name) => [name, name.toLowerCase()]);

describe("a session behind a proxy", () => {
  const earlier = Object.fromEntries(names.map((name) => [name, process.env[name]]));
  const trusted = getCACertificates();
  let stage: ProxyStage;

  const setEnvironment = (environment: NodeJS.ProcessEnv) => {
    for (const name of names) {
      const value = environment[name];
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  };
  const session = (): Session =>
    openSession(
      { ...account, baseUrl: stage.api },
      { warn: () => undefined, sleep: () => Promise.resolve() },
    );

  before(async () => {
    setDefaultCACertificates([...trusted, readFileSync(certificate, "utf8")]);
    stage = await openProxyStage();
  });
  after(async () => {
    setDefaultCACertificates(trusted);
    setEnvironment(earlier);
    await stage.close();
  });
  beforeEach(() => {
    setEnvironment({});
    stage.tunnels.length = 0;
    stage.credentials.length = 0;
    stage.refusal = undefined;
  });

  for (const name of ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"]) {
    it(`D7: sends all its requests through the proxy of ${name}, on one connection`, async () => {
      setEnvironment({ [name]: `http://${stage.proxy}` });
      const through = session();
      expect((await get(through)).body).to.include({ _id: "1" });
      expect((await post(through)).status).to.equal(200);
      expect(stage.tunnels).to.deep.equal([new URL(stage.api).host]);
    });
  }

  it("D7: gives the proxy its credentials", async () => {
    setEnvironment({ HTTPS_PROXY: `http://dev:canary@${stage.proxy}` });
    await get(session());
    expect(stage.credentials).to.deep.equal([`Basic ${Buffer.from("dev:canary").toString("base64")}`]);
  });

  for (const NO_PROXY of ["config.example.com", ".example.com", "*"]) {
    it(`D7: is direct if NO_PROXY is ${NO_PROXY}, and the error names an unknown host`, async () => {
      setEnvironment({ HTTPS_PROXY: `http://${stage.proxy}`, NO_PROXY });
      const error = await complaintOf(get(session()));
      expect(error.message).to.match(/no host config\.example\.com|no connection to config\.example\.com/);
      expect(stage.tunnels).to.deep.equal([]);
    });
  }

  for (const code of ["ENOTFOUND", "EAI_AGAIN"]) {
    it(`D7: mentions proxies where a host cannot be resolved (${code})`, async () => {
      const { tools } = scripted({ outcomes: [failure(code, { sent: false })] });
      expect((await complaintOf(get(openSession(account, tools)))).message).to.match(
        /config\.example\.com.* \(\w+\); .* and the network; where it is reached through a proxy, set HTTPS_PROXY\.$/,
      );
    });
  }

  it("D7: is direct to this machine, with any environment", async () => {
    setEnvironment({ HTTP_PROXY: `http://${stage.proxy}`, ALL_PROXY: `http://${stage.proxy}` });
    await withServer(
      (_request, response) => response.end("{}"),
      async ({ session: local }) => expect((await get(local)).status).to.equal(200),
    );
    expect(stage.tunnels).to.deep.equal([]);
  });

  const refusals: [status: number, attempts: number][] = [
    [407, 1],
    [403, 1],
    [502, 5],
  ];
  for (const [status, attempts] of refusals) {
    it(`D7: names a proxy's ${status} as the proxy's, and nothing was sent`, async () => {
      setEnvironment({ HTTPS_PROXY: `http://dev:canary@${stage.proxy}` });
      stage.refusal = status;
      const error = await complaintOf(post(session()));
      const { host } = new URL(stage.api);
      expect(error.message).to.include(`the proxy ${stage.proxy} refused to connect to ${host}`);
      expect(error.message).to.include(`(PROXY_${status}); check HTTPS_PROXY`).and.not.include("canary");
      expect(error).to.include({ kind: "unreachable", maybeDone: false });
      expect(stage.tunnels).to.have.length(attempts);
    });
  }

  it("D7: names a proxy that is not there", async () => {
    setEnvironment({ HTTPS_PROXY: "http://proxy.invalid:3128" });
    expect((await complaintOf(get(session()))).message).to.match(
      /no connection to config\.example\.com:\d+ through the proxy proxy\.invalid:3128.* \((?:ENOTFOUND|EAI_AGAIN)\); check HTTPS_PROXY/,
    );
  });

  for (const HTTPS_PROXY of ["socks5://dev:canary@127.0.0.1:1080", "http://dev:canary@:x"]) {
    it(`D7: refuses ${HTTPS_PROXY.slice(0, 6)}… as the address of a proxy, without its credentials`, async () => {
      setEnvironment({ HTTPS_PROXY });
      const { message } = await complaintOf(get(session()));
      expect(message)
        .to.include("HTTPS_PROXY of the environment does not name a proxy")
        .and.not.include("canary");
    });
  }

  it("D7: goes through the proxy once where Node.js reads the environment, too, and straight to this machine", async () => {
    const script = `
      const { openTransport } = require("./provider/api/http");
      const ask = (url) => openTransport(1)({ method: "GET", url, headers: {} }).then((outcome) => outcome.status ?? outcome.code);
      (async () => console.log(await ask(process.argv[1]), await ask(process.argv[2])))();`;
    await withServer(
      (_request, response) => response.end("{}"),
      async ({ url }) => {
        const { stdout } = await promisify(execFile)(
          process.execPath,
          ["-r", "tsx/cjs", "-e", script, `${stage.api}/zones`, `${url}/zones`],
          {
            cwd: join(__dirname, "../../.."),
            env: {
              PATH: process.env["PATH"],
              NODE_USE_ENV_PROXY: "1",
              NODE_EXTRA_CA_CERTS: certificate,
              HTTPS_PROXY: `http://${stage.proxy}`,
              HTTP_PROXY: `http://${stage.proxy}`,
            },
          },
        );
        expect(stdout.trim()).to.equal("200 200");
      },
    );
    expect(stage.tunnels).to.deep.equal([new URL(stage.api).host]);
  });

  it("D7: `adopt` goes through the proxy, too", async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "cli/main.ts", "adopt", "--out", join(tmpdir(), "nothing-to-adopt")],
      {
        cwd: join(__dirname, "../../.."),
        env: {
          PATH: process.env["PATH"],
          NODE_EXTRA_CA_CERTS: certificate,
          HTTPS_PROXY: `http://${stage.proxy}`,
          BLUEDOT_EMAIL: "machine@example.com",
          BLUEDOT_PASSWORD: "password",
          BLUEDOT_ENDPOINT: stage.api,
        },
      },
    );
    expect(stdout).to.match(/^There is nothing that a program could declare/);
    expect(stage.tunnels).to.include(new URL(stage.api).host);
  });
});
