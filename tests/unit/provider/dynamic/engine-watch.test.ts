import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { expect } from "chai";

import { watchEngine, type EngineWatch } from "../../../../provider/dynamic/engine-watch";

describe("a watch on the engine", () => {
  let engine: Server;
  let address: string;
  const watches: EngineWatch[] = [];

  beforeEach(async () => {
    engine = createServer((socket) => socket.resume()).listen(0, "127.0.0.1");
    await once(engine, "listening");
    const bound = engine.address();
    address = `127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : 0}`;
  });
  afterEach(() => {
    for (const watch of watches.splice(0)) watch.close();
    engine.close();
  });

  const open = (at: string | undefined) => {
    const watch = watchEngine({ address: at, every: 5 });
    watches.push(watch);
    return watch;
  };
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it("tells that it is gone once it no longer listens", async () => {
    const watch = open(address);
    await once(engine, "connection");
    expect(watch.isGone()).to.equal(false);
    engine.close();
    await until(() => watch.isGone());
  });

  it("says nothing of an engine that never answered, as in a test", async () => {
    engine.close();
    await once(engine, "close");
    const silent = open(address);
    const none = open(undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([silent.isGone(), none.isGone()]).to.deep.equal([false, false]);
  });
});
