/**
 * The handler of each resource, by the name that every state holds: `require("pulumi-bluedot/handlers").zone`.
 * These names are permanent.
 */
import "./require-node";

import { beacon as beaconDefinition } from "./beacon/lifecycle";
import { destination as destinationDefinition } from "./destination/lifecycle";
import { destinationSet as destinationSetDefinition } from "./destination-set/lifecycle";
import { handlerOf } from "./lifecycle/handler";
import { openOwnership } from "./ownership/ownership";
import { project as projectDefinition } from "./project/lifecycle";
import { setHandlerOf } from "./set/handler";
import { user as userDefinition } from "./user/lifecycle";
import { zone as zoneDefinition } from "./zone/lifecycle";
import { zoneSet as zoneSetDefinition } from "./zone-set/lifecycle";

const projects = openOwnership();
// A zone may move between a Zone and a ZoneSet, so both see each other's claims; the same goes for destinations.
const zones = openOwnership(projects.claims);
const destinations = openOwnership();

export const beacon = handlerOf(beaconDefinition);
export const destination = handlerOf(destinationDefinition, destinations);
export const destinationSet = setHandlerOf(destinationSetDefinition, destinations);
export const project = handlerOf(projectDefinition, projects);
export const user = handlerOf(userDefinition);
export const zone = handlerOf(zoneDefinition, zones);
export const zoneSet = setHandlerOf(zoneSetDefinition, zones);
