/**
 * The handler of each resource, by the name that every state holds: `require("pulumi-bluedot/handlers").zone`.
 * These names are permanent.
 */
import { beacon as beaconDefinition } from "./beacon/lifecycle";
import { destination as destinationDefinition } from "./destination/lifecycle";
import { destinationSet as destinationSetDefinition } from "./destination-set/lifecycle";
import { REAL_CLOCK } from "./lifecycle/clock";
import { handlerOf } from "./lifecycle/handler";
import { openHoldings } from "./lifecycle/holdings";
import { project as projectDefinition } from "./project/lifecycle";
import { setHandlerOf } from "./set/handler";
import { user as userDefinition } from "./user/lifecycle";
import { zone as zoneDefinition } from "./zone/lifecycle";
import { zoneSet as zoneSetDefinition } from "./zone-set/lifecycle";

// What a zone of its own has, and what a set of zones has, is told apart.
const zones = openHoldings(zoneDefinition.noun, REAL_CLOCK);
const destinations = openHoldings(destinationDefinition.noun, REAL_CLOCK);

export const beacon = handlerOf(beaconDefinition);
export const destination = handlerOf(destinationDefinition, destinations);
export const destinationSet = setHandlerOf(destinationSetDefinition, destinations);
export const project = handlerOf(projectDefinition);
export const user = handlerOf(userDefinition);
export const zone = handlerOf(zoneDefinition, zones);
export const zoneSet = setHandlerOf(zoneSetDefinition, zones);
