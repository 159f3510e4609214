/** The columns of well-known tables. */

/** The columns from which a row's shape comes, and those that are known by other names. */
export interface Dialect {
  /** As a warning calls it; undefined where there is nothing to say. */
  readonly title?: string;
  /** A table that has all of these columns is one. */
  readonly marks: readonly string[];
  /** The columns with the name, in order of preference. */
  readonly names: readonly string[];
  readonly wkt?: string;
  readonly latitude?: string;
  readonly longitude?: string;
  /** Positions in JSON text, longitude first. */
  readonly coordinates?: string;
  /** Rows that no zone can be: a column, its text there, and why it is refused. */
  readonly refused?: { readonly column: string; readonly text: string; readonly reason: string };
  /** A property of a zone by the column that has it. */
  readonly properties?: Readonly<Record<string, string>>;
}

/** The first that fits is taken. */
export const dialects: readonly Dialect[] = [
  {
    // The table of writeZones.
    marks: ["zone", "name", "geofeature", "latitude", "longitude", "radius", "wkt", "minimumRetriggerTime"],
    names: ["name"],
    wkt: "wkt",
    latitude: "latitude",
    longitude: "longitude",
  },
  {
    title: "SafeGraph",
    marks: ["placekey", "location_name", "latitude", "longitude"],
    names: ["location_name"],
    wkt: "polygon_wkt",
    latitude: "latitude",
    longitude: "longitude",
  },
  {
    title: "Radar",
    marks: ["type", "tag", "externalId", "coordinates"],
    names: ["description", "externalId"],
    coordinates: "coordinates",
    refused: {
      column: "type",
      text: "isochrone",
      reason:
        "an isochrone is as far as one gets in some minutes, and its coordinates are only its middle; " +
        "give its outline as a polygon, or make it a circle",
    },
    properties: { tags: "tag" },
  },
];

/** Names of columns in other tables, those of one list equally good, an earlier list better. */
export const usualNames: Readonly<Record<"latitude" | "longitude" | "wkt", readonly (readonly string[])[]>> =
  {
    latitude: [["latitude", "lat"], ["y"]],
    longitude: [["longitude", "lon", "lng", "long"], ["x"]],
    wkt: [
      ["wkt", "polygon_wkt"],
      ["geometry", "geom", "the_geom"],
    ],
  };
