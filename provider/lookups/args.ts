/** The arguments of the functions. */
import type { Input, ProviderResource, Resource } from "@pulumi/pulumi";

import type { PointInput } from "../zone/points";

/** The account that a function queries. */
export interface FunctionOptions {
  /**
   * A `bluedot.Provider`, for another account or region.
   *
   * @default that of `parent`, else the stack's configuration
   */
  provider?: ProviderResource;
  /**
   * A resource whose provider is taken where none is given.
   *
   * @default none
   */
  parent?: Resource;
}

/** Which project: its id, or its exact name. */
export type GetProjectArgs = { id: Input<string>; name?: never } | { id?: never; name: Input<string> };

/** Which projects. */
export interface GetProjectsArgs {
  /**
   * Words that their names hold, separated by commas; the API decides what is similar.
   *
   * @default all projects
   */
  textSearchTerm?: Input<string>;
}

/** Which zone: its id, or its exact name and its project. */
export type GetZoneArgs =
  | { id: Input<string>; name?: never; projectId?: never }
  | { id?: never; name: Input<string>; projectId: Input<string> };

/** Which zones of a project; all filters that are given must fit. */
export interface GetZonesArgs {
  /** The project, by id. */
  projectId: Input<string>;
  /** Zones with any of these tags. A tag with a comma cannot be asked for. Default, and an empty list: no filter. */
  tags?: Input<Input<string>[]>;
  /**
   * Words that name or description hold, separated by commas; the API decides what is similar.
   *
   * @default no filter
   */
  textSearchTerm?: Input<string>;
  /**
   * A corner of the box that the zones lie in; needs `southWest`.
   *
   * @default no filter
   */
  northEast?: PointInput;
  /**
   * The opposite corner; needs `northEast`.
   *
   * @default no filter
   */
  southWest?: PointInput;
  /**
   * Zones whose customData has this key.
   *
   * @default no filter
   */
  customDataKey?: Input<string>;
  /**
   * Zones whose customData has this value, at `customDataKey` where that is given.
   *
   * @default no filter
   */
  customDataValue?: Input<string>;
}

/** Which destination: its `destinationId`, or its exact name, in a project where one is given. */
export type GetDestinationArgs =
  | { destinationId: Input<string>; name?: never; projectId?: never }
  | { destinationId?: never; name: Input<string>; projectId?: Input<string> };

/** Which beacon of the account: its id, or its exact name. */
export type GetBeaconArgs = { id: Input<string>; name?: never } | { id?: never; name: Input<string> };

/** The project whose tags are read. */
export interface GetTagsArgs {
  /** The project, by id. */
  projectId: Input<string>;
}
