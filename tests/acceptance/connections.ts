/**
 * Each run of an inline program connects to its own engine anew. Connections are shared by address otherwise, also with
 * programs that ended: one that told its engine something too late asks for that address for ever, at longer and longer
 * intervals, and a later engine that gets the same port cannot be reached in between. The SDK takes that for the end of
 * the engine and says nothing, so the engine deletes all that the program has not declared yet.
 */
import { runtime } from "@pulumi/pulumi";
import { z } from "zod";

const isObject = (value: unknown) => typeof value === "object" && value !== null;

const settings = z.object({ grpcClientOptions: z.custom<object>(isObject) });

export function connectEachRunAnew(): void {
  Object.assign(settings.parse(runtime).grpcClientOptions, { "grpc.use_local_subchannel_pool": 1 });
}
