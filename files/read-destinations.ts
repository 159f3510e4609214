/** Reads destinations from a table, or from the points of any other file that zones are read from. */
import { isString } from "../provider/json";
import { customDataOfProperties } from "./assembly/custom-data";
import { plainPoint } from "./assembly/drawing";
import { checkProperties, type NamedProperty } from "./assembly/named-properties";
import { cellOf, otherPlace, placeWith, propertyOf } from "./assembly/reading";
import { textBy, textOfValue } from "./assembly/text";
import { contentOf } from "./content";
import type { DestinationRow } from "./destination-row";
import type { Feature } from "./feature";
import { checkOptions } from "./option-rules";
import type { ColumnOptions, FeatureText, WarningOptions } from "./options";
import type { Place, Report } from "./report";
import { bytesOf, reporting } from "./source";

/** The options of reading destinations. */
export interface ReadDestinationsOptions extends WarningOptions, ColumnOptions {
  /** The `destinationId`, your own id of the store: a column, or a function of a row. */
  key: FeatureText;
  /** @default the column `name` */
  name?: FeatureText;
  /** The postal address in one line. @default the column `address` */
  address?: FeatureText;
  /** The column of e-mail addresses. @default `email` */
  email?: string;
  /** The columns that become custom data, 20 at most; blank cells are left out. @default none */
  customData?: readonly string[];
}

/**
 * The destinations of a table with a header, in CSV or TSV, one a row; GeoJSON, KML and WKT give one for each point.
 * Latitude and longitude are in columns of these names, or of those that options name.
 *
 * @param path from the working directory (a Pulumi program's own folder)
 * @returns the arguments of a Destination, in the file's order; one or more
 * @throws ZoneFileError with every fault of the file at once, each with its line, its column and the key of its row
 * @example
 * const destinations = byDestinationId(readDestinations("stores.csv", { key: "storenum", address: "STREETADDR" }));
 * new bluedot.DestinationSet("stores", { destinations });
 */
export function readDestinations(path: string, options: ReadDestinationsOptions): DestinationRow[] {
  checkOptions(options);
  return reporting(path, options, (report) => {
    const { latitude, longitude, wkt, axes, key } = options;
    const columns = {
      ...(latitude !== undefined && { latitude }),
      ...(longitude !== undefined && { longitude }),
      ...(wkt !== undefined && { wkt }),
      ...(axes !== undefined && { axes }),
      name: key,
    };
    const content = contentOf(bytesOf(path), path, columns, report);
    if (content?.kind === "importer")
      report.fault({}, "this is a table of zones, which are read by readZones, and it has no destinations");
    if (content?.kind !== "features") return [];
    const destinations = destinationsOf(content.features, options, report);
    if (destinations.length === 0 && !report.hasFaults) report.fault({}, "it has no rows");
    return destinations;
  });
}

function destinationsOf(
  features: readonly Feature[],
  options: ReadDestinationsOptions,
  report: Report,
): DestinationRow[] {
  const { email, customData = [] } = options;
  checkProperties(
    features,
    [
      ...(email === undefined ? [] : [["email", email] satisfies NamedProperty]),
      ...customData.map((property): NamedProperty => ["customData", property]),
    ],
    report,
  );
  const first = new Map<string, Place>();
  return features.flatMap((feature, index): DestinationRow[] => {
    const destinationId = textBy(options.key, "key", feature, index, report);
    if (destinationId === undefined) return [];
    const place = placeWith(feature.place, destinationId);
    const before = first.get(destinationId);
    if (before === undefined) first.set(destinationId, feature.place);
    else
      report.fault(
        (isString(options.key) ? cellOf(feature, options.key, destinationId) : undefined) ?? place,
        `this key is that of ${otherPlace(before)} too, and each destination needs one of its own`,
      );
    const [shape, more] = feature.shapes;
    if (shape?.kind !== "point" || more !== undefined) {
      report.fault(place, "a destination is one point, and this is another shape");
      return [];
    }
    const customData = customDataOfProperties(
      { name: destinationId, place, members: [{ feature, name: destinationId }] },
      options.customData ?? [],
      report,
    );
    const name = textOf(feature, index, "name", options.name, report) ?? feature.name;
    const address = textOf(feature, index, "address", options.address, report);
    const email = textOfValue(propertyOf(feature, options.email ?? "email")?.value);
    return [
      {
        destinationId,
        ...(name !== undefined && { name }),
        location: plainPoint(shape.point),
        ...(address !== undefined && { address }),
        ...(email !== undefined && { email }),
        ...(customData && Object.keys(customData).length > 0 && { customData }),
      },
    ];
  });
}

function textOf(
  feature: Feature,
  index: number,
  property: "name" | "address",
  option: FeatureText | undefined,
  report: Report,
): string | undefined {
  return option === undefined
    ? textOfValue(propertyOf(feature, property)?.value)
    : textBy(option, property, feature, index, report);
}
