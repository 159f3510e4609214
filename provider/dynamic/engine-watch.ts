/**
 * Detects that the engine was killed. It records nothing any more, and this process would go on with a set of thousands
 * beside the next run. The engine's address is an argument of this process.
 */
import { connect } from "node:net";

export type EngineWatch = ReturnType<typeof watchEngine>;

/** Parts that a test replaces. */
export interface EngineWatchTools {
  /** `127.0.0.1:41167`; undefined if no engine started this process. */
  readonly address: string | undefined;
  /** Milliseconds between two connections. */
  readonly every: number;
}

export function watchEngine({ address, every }: EngineWatchTools = REAL_TOOLS) {
  const { host, port } = /^(?<host>[\w.-]+):(?<port>\d+)$/.exec(address ?? "")?.groups ?? {};
  let hasAnswered = false;
  let isGone = false;
  const probe = () => {
    const socket = connect({ host: host ?? "", port: Number(port) });
    socket.unref();
    socket.once("connect", () => {
      hasAnswered = true;
      socket.destroy();
    });
    socket.once("error", (error) => {
      // Other failures may have another cause.
      if (hasAnswered && "code" in error && error.code === "ECONNREFUSED") isGone = true;
      socket.destroy();
    });
  };
  if (host === undefined) return { isGone: () => false, close: () => undefined };
  probe();
  const timer = setInterval(probe, every).unref();
  return {
    isGone: () => isGone,
    close: () => {
      clearInterval(timer);
    },
  };
}

const REAL_TOOLS: EngineWatchTools = { address: process.argv[2], every: 1_000 };
