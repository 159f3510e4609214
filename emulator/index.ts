/** `pulumi-bluedot/emulator`: Bluedot's Config API for tests and demos, in this process or in another. */
export { createEmulator, type Emulator } from "./emulator";
export { startEmulator, type RunningEmulator } from "./start";
export type { EmulatorControls, Seed } from "./controls";
export type { Direct, DirectProjects, DirectZones } from "./direct";
export type { ServerAddition } from "./entities/additions";
export type { NewProject, StoredProject } from "./entities/project";
export type { Account } from "./entities/session";
export type { NewZone, StoredGeofeature, StoredZone } from "./entities/zone";
export type { Environment } from "./environment";
export { EmulatorError } from "./errors";
export type { ArmedFault } from "./faults/armed";
export type * from "./faults/fault";
export type { EmulatorOptions, StartOptions } from "./options";
export type { RequestLog, RequestMatch, RequestRecord } from "./requests";
