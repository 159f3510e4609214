/**
 * Whether the engine is still there. One that was killed records nothing any more, but this process would go on with a
 * set of thousands, beside the run that comes next. The engine's address is this process's argument.
 */
import { connect } from "node:net";

export interface EngineWatch {
  isGone(): boolean;
  close(): void;
}

/** What a test replaces. */
export interface EngineWatchTools {
  /** `127.0.0.1:41167`; undefined where no engine started this process. */
  readonly address: string | undefined;
  /** Milliseconds from one look to the next. */
  readonly every: number;
}

export function watchEngine({ address, every }: EngineWatchTools = REAL_TOOLS): EngineWatch {
  const { host, port } = /^(?<host>[\w.-]+):(?<port>\d+)$/.exec(address ?? "")?.groups ?? {};
  let hasAnswered = false;
  let isGone = false;
  const look = () => {
    const socket = connect({ host: host ?? "", port: Number(port) });
    socket.unref();
    socket.once("connect", () => {
      hasAnswered = true;
      socket.destroy();
    });
    socket.once("error", (error) => {
      // Any other failure says nothing about the engine.
      if (hasAnswered && "code" in error && error.code === "ECONNREFUSED") isGone = true;
      socket.destroy();
    });
  };
  if (host === undefined) return { isGone: () => false, close: () => undefined };
  look();
  const timer = setInterval(look, every).unref();
  return {
    isGone: () => isGone,
    close: () => {
      clearInterval(timer);
    },
  };
}

const REAL_TOOLS: EngineWatchTools = { address: process.argv[2], every: 1_000 };
