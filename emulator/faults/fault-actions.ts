/** Applies the faults of a request: those before the API's work, the work, those after it. */
import { gatewayBody, vendorBody, type ErrorType } from "../errors";
import { altered, isAlteration, type Scene } from "./alter";
import type { Claim } from "./fault-queue";
import type { Answer, Connection } from "./connection";
import type { ErrorInSuccessFault, Fault, RateLimitFault, StatusFault } from "./fault";

export interface FaultContext {
  readonly connection: Connection;
  readonly scene: Scene;
  /** Does the work of the API. */
  readonly work: () => Promise<Response>;
  /** Runs a task after the answer, in the background. */
  readonly later: (ms: number, task: () => Promise<unknown>) => void;
  readonly sleep: (ms: number) => Promise<void>;
  readonly expireTokens: () => void;
  readonly unauthorized: () => Response;
  readonly now: () => number;
  /** Fires when the emulator closes. */
  readonly closing: AbortSignal;
}

export async function answerThrough(claims: readonly Claim[], context: FaultContext): Promise<Answer> {
  for (const claim of claims.filter(({ fault }) => whenOf(fault) === "before")) {
    const answer = await act(claim, context, undefined);
    if (answer !== undefined) return answer;
    if (context.closing.aborted) return context.connection.drop(false);
  }
  let response = await context.work();
  for (const { fault } of claims)
    if (isAlteration(fault)) response = await altered(fault, response, context.scene);
  for (const claim of claims.filter(({ fault }) => whenOf(fault) === "after")) {
    const answer = await act(claim, context, response);
    if (answer !== undefined) return answer;
  }
  return answered(response);
}

/** The answer of a fault in place of the API; undefined if the request continues. */
async function act(
  { fault, waitMs }: Claim,
  context: FaultContext,
  done: Response | undefined,
): Promise<Answer | undefined> {
  switch (fault.kind) {
    case "delay":
      await context.sleep(fault.ms);
      return undefined;
    case "expireTokens":
      context.expireTokens();
      return undefined;
    case "status":
      return answered(statusAnswer(fault));
    case "rateLimit":
      return answered(tooMany(fault, waitMs, context.now()));
    case "close":
      return context.connection.drop(fault.reset === true);
    case "silence":
      return context.connection.silence(context.closing);
    case "truncate":
      return truncated(fault.how, done ?? json(200, [{ _id: "" }]), context.connection);
    case "html":
      return answered(html(fault.status ?? 200));
    case "unauthorized":
      return answered(context.unauthorized());
    case "late":
      context.later(fault.ms, context.work);
      return answered(json(504, gatewayBody("Endpoint request timed out")));
    case "errorInSuccess":
      return answered(
        json(200, { ...vendorBody("ServerError", "Internal server error"), ...errorTypeOf(fault) }),
      );
    case "trickle":
      return answered(
        trickling(done ?? json(200, [{ _id: "" }]), 1000 / (fault.bytesPerSecond ?? 1), context),
      );
    // These act elsewhere, on the body before the work or on its answer.
    case "normalize":
    case "otherBody":
    case "readLag":
    case "endlessPages":
      return undefined;
  }
}

function whenOf(fault: Fault): "before" | "after" {
  if (fault.kind === "rateLimit" || fault.kind === "late") return "before";
  return fault.when ?? (fault.kind === "truncate" || fault.kind === "trickle" ? "after" : "before");
}

function errorTypeOf({ errorType }: ErrorInSuccessFault): { errorType?: string } {
  return errorType === undefined ? {} : { errorType };
}

function statusAnswer(fault: StatusFault): Response {
  const answer = statusBody(fault);
  for (const [name, value] of Object.entries(fault.headers ?? {})) answer.headers.set(name, value);
  if (fault.retryAfter !== undefined) answer.headers.set("retry-after", String(fault.retryAfter));
  return answer;
}

function statusBody({ status, body }: StatusFault): Response {
  const errorType = errorTypes[status];
  const shape = body ?? (errorType === undefined ? "gateway" : "vendor");
  if (shape === "empty" || withoutBody.includes(status)) return new Response(null, { status });
  if (shape === "html") return html(status);
  if (shape === "gateway") return json(status, gatewayBody(messageOf(status)));
  if (shape === "vendor") return json(status, vendorBody(errorType ?? "ServerError", messageOf(status)));
  return json(status, shape.json);
}

function tooMany({ retryAfter = "seconds" }: RateLimitFault, waitMs: number, now: number): Response {
  const answer = json(429, vendorBody("ResourceExceededError", messageOf(429)));
  if (retryAfter === "seconds") answer.headers.set("retry-after", String(Math.ceil(waitMs / 1000)));
  // A date has whole seconds, so it is rounded up: a client that waits for it is not refused again.
  if (retryAfter === "date") {
    const second = Math.ceil((now + waitMs) / 1000) * 1000;
    answer.headers.set("retry-after", new Date(second).toUTCString());
  }
  return answer;
}

async function truncated(how: "short" | "cut", answer: Response, connection: Connection): Promise<Answer> {
  const sent = Buffer.from(await answer.arrayBuffer());
  const whole = sent.length > 1 ? sent : Buffer.from(JSON.stringify({ _id: "" }));
  const part = whole.subarray(0, Math.ceil(whole.length / 2));
  if (how === "short") return connection.sendPart(answer, part, whole.length);
  const headers = new Headers(answer.headers);
  headers.delete("content-length");
  return answered(new Response(part.toString("utf8"), { status: answer.status, headers }));
}

/** A byte of the body after each pause; all that is left when the emulator closes. */
function trickling(answer: Response, pauseMs: number, { sleep, closing }: FaultContext): Response {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (const byte of new Uint8Array(await answer.arrayBuffer())) {
      if (!closing.aborted) await sleep(pauseMs);
      yield Uint8Array.of(byte);
    }
  }
  return new Response(ReadableStream.from(bytes()), answer);
}

function html(status: number): Response {
  const page =
    "<!DOCTYPE html>\n<html><head><title>Service</title></head><body><h1>Please try again later</h1></body></html>\n";
  return new Response(page, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}

function answered(response: Response): Answer {
  return { response, status: response.status };
}

const withoutBody: readonly number[] = [204, 205, 304];

const errorTypes: Partial<Record<number, ErrorType>> = {
  400: "ValidationError",
  403: "PermissionError",
  404: "NotFoundError",
  429: "ResourceExceededError",
  500: "ServerError",
};

function messageOf(status: number): string {
  return messages[status] ?? `Status ${status}`;
}

const messages: Partial<Record<number, string>> = {
  400: "Bad request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not found",
  429: "Too many requests",
  500: "Internal server error",
  502: "Internal server error",
  503: "Service Unavailable",
  504: "Endpoint request timed out",
};
