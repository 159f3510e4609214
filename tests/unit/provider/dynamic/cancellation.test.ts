import { once } from "node:events";
import { connect, createServer, type Http2Server } from "node:http2";
import { expect } from "chai";

import { listenForCancellation } from "../../../../provider/dynamic/cancellation";

describe("whether a run is to stop", () => {
  let server: Http2Server;
  let address: string;

  before(async () => {
    server = createServer((_request, response) => response.end());
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const bound = server.address();
    address = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`;
  });
  after(async () => {
    server.close();
    await once(server, "close");
  });

  const call = async (path: string) => {
    const client = connect(address);
    const request = client.request({ ":path": path, ":method": "POST" });
    request.resume().end();
    await once(request, "end");
    client.close();
  };

  const calls: [what: string, path: string, isAsked: boolean][] = [
    ["is heard when the engine says so", "/pulumirpc.ResourceProvider/Cancel", true],
    ["is not heard in other calls of the engine", "/pulumirpc.ResourceProvider/Create", false],
  ];
  for (const [what, path, isAsked] of calls) {
    it(what, async () => {
      const cancellation = listenForCancellation();
      await call(path);
      cancellation.close();
      expect(cancellation.isAsked()).to.equal(isAsked);
    });
  }

  it("is not heard before anybody listens, and after", async () => {
    await call("/pulumirpc.ResourceProvider/Cancel");
    const cancellation = listenForCancellation();
    cancellation.close();
    await call("/pulumirpc.ResourceProvider/Cancel");
    expect(cancellation.isAsked()).to.equal(false);
  });
});
