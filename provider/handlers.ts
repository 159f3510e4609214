/**
 * The handler of each resource, by the name in every state: `require("pulumi-bluedot/handlers").zone`. These names are
 * permanent.
 */
import "./require-node";

import { beacon as beaconDefinition } from "./beacon/definition";
import { destination as destinationDefinition } from "./destination/definition";
import { destinationSet as destinationSetDefinition } from "./destination-set/definition";
import { handlerOf } from "./dynamic/handler";
import { openOwnership } from "./ownership/ownership";
import { project as projectDefinition } from "./project/definition";
import { setHandlerOf } from "./dynamic/set-handler";
import { user as userDefinition } from "./user/definition";
import { zone as zoneDefinition } from "./zone/definition";
import { zoneSet as zoneSetDefinition } from "./zone-set/definition";

const projects = openOwnership();
// A zone may move between a Zone and a ZoneSet, so both share their claims, as the two for destinations do.
const zones = openOwnership(projects.claims);
const destinations = openOwnership();

export const beacon = handlerOf(beaconDefinition);
export const destination = handlerOf(destinationDefinition, destinations);
export const destinationSet = setHandlerOf(destinationSetDefinition, destinations);
export const project = handlerOf(projectDefinition, projects);
export const user = handlerOf(userDefinition);
export const zone = handlerOf(zoneDefinition, zones);
export const zoneSet = setHandlerOf(zoneSetDefinition, zones);
