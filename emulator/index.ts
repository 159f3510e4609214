/** `pulumi-bluedot/emulator`: Bluedot's Config API for tests and demos, in this process or in another. */
export { createEmulator, type Emulator } from "./emulator";
export { startEmulator, type RunningEmulator } from "./start";
export type { EmulatorControls } from "./controls";
export type { Direct, DirectAccess, Seed, Seeded } from "./admin-api";
export type { ServerAddition } from "./entities/additions";
export type { NewBeacon, StoredBeacon } from "./entities/beacon";
export type { NewDestination, StoredDestination } from "./entities/destination";
export type { NewProject, StoredProject } from "./entities/project";
export type { Account } from "./entities/session";
export type { NewUser, StoredUser } from "./entities/user";
export type { NewZone, StoredGeofeature, StoredZone } from "./entities/zone";
export type { Environment } from "./environment";
export { EmulatorError } from "./errors";
export type { ArmedFault } from "./faults/fault-queue";
export type * from "./faults/fault";
export type { EmulatorOptions, StartOptions } from "./options";
export type { RequestLog, RequestMatch, RequestRecord } from "./requests";
export type { AccountSize } from "./sample/account";
