/** The error answers of the API, and those of the gateway in front of it, in their own shapes. */
import type { z } from "zod";

import { issueMessage } from "./messages";

/** The `errorType`s the Config API's published specification (1.2.0) names. */
export type ErrorType =
  "ValidationError" | "PermissionError" | "NotFoundError" | "ResourceExceededError" | "ServerError";

/** Thrown by a route; becomes the answer. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {
    super(`status ${status}`);
  }
}

/** A sentence for the user of the emulator: a bad option, a port in use, a data file that cannot be read. */
export class EmulatorError extends Error {
  override readonly name = "EmulatorError";
}

/** The same where what is asked for is not there. */
export class NotHeldError extends EmulatorError {}

/** The vendor's body: `{ errorType, errorMessages: { errorDescription, …a key per field } }`. */
export function vendorBody(
  errorType: ErrorType,
  errorDescription: string,
  fields: Record<string, string> = {},
) {
  return { errorType, errorMessages: { errorDescription, ...fields } };
}

/** The gateway's body: `{ message }`. */
export function gatewayBody(message: string) {
  return { message };
}

export function validationError(fields: Record<string, string>): ApiError {
  const [first, ...others] = Object.entries(fields);
  const described = first === undefined ? "The request is not valid" : `${first[0]} ${first[1]}`;
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  return new ApiError(400, vendorBody("ValidationError", described + more, fields));
}

/** A unique value that another entity has; the specification has no `errorType` for it. */
export function conflict(field: string, message: string): ApiError {
  return new ApiError(409, vendorBody("ValidationError", `${field} ${message}`, { [field]: message }));
}

export function notFound(noun: string, id: string): ApiError {
  return new ApiError(404, vendorBody("NotFoundError", `${noun} ${id} was not found`));
}

export function permissionError(description: string): ApiError {
  return new ApiError(403, vendorBody("PermissionError", description));
}

export function gatewayError(status: number, message: string): ApiError {
  return new ApiError(status, gatewayBody(message));
}

/** The words of the real gateway for a route it does not have, with a good token too. */
export function noRoute(): Response {
  return Response.json(gatewayBody("Missing Authentication Token"), { status: 403 });
}

/** The answer to whatever a route threw: the API's refusal, or a 500 for what should not happen. */
export function refusal(error: unknown): Response {
  if (error instanceof ApiError) return Response.json(error.body, { status: error.status });
  const words = error instanceof EmulatorError ? error.message : `The emulator failed: ${String(error)}`;
  return Response.json(vendorBody("ServerError", words), { status: 500 });
}

/** Checks a value as the API does and complains of every field at once. */
export function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value, { error: issueMessage });
  if (result.success) return result.data;
  throw validationError(fieldMessages(result.error));
}

/** Takes what a program says of the emulator itself, or complains of every field of it in one sentence. */
export function understood<S extends z.ZodType>(schema: S, given: unknown, complaint: string): z.output<S> {
  const result = schema.safeParse(given, { error: issueMessage });
  if (result.success) return result.data;
  const said = Object.entries(fieldMessages(result.error)).map(([field, message]) => `${field} ${message}`);
  throw new EmulatorError(`${complaint} ${said.join("; ")}.`);
}

/** An issue of a field that is wrong only beside other fields. */
export function complain(context: z.RefinementCtx, field: string, message: string): void {
  context.addIssue({ code: "custom", path: [field], message });
}

/** One message a field; the first that was found wins. */
function fieldMessages(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[fieldName(issue.path)] ??= issue.message;
  return fields;
}

function fieldName(path: readonly PropertyKey[]): string {
  const name = path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
  return name === "" ? "body" : name;
}
