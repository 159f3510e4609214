/** The options of reading zones from a file. */
import type { FileFault } from "./fault";

/** The parts of a feature that a function of an option gets beside its properties. */
export interface FeatureInfo {
  /** Its number among the features that draw something, from 0. */
  readonly index: number;
  /** The name in the format's own place for it, such as `<name>` of a placemark. */
  readonly name: string | undefined;
  /** The folders it lies in, from the outermost. */
  readonly folders: readonly string[];
}

/**
 * The properties of a feature by their names in the file: text in tables and KML, JSON in GeoJSON, where the `id` of a feature
 * is one of them too.
 */
export type FeatureProperties = Readonly<Record<string, unknown>>;

/** Text from a feature: the name of a property, or a function of all of them. */
export type FeatureText = string | ((properties: FeatureProperties, feature: FeatureInfo) => string);

/** The options for warnings. */
export interface WarningOptions {
  /**
   * Called for each warning of what was put right or left out, and for what the file was taken for, once the whole file is
   * good. It gets a sentence that names the place, and the parts of the sentence.
   *
   * @default console.warn
   * @example
   * onWarning: (sentence) => void pulumi.log.warn(sentence)
   */
  onWarning?: (sentence: string, warning: FileFault) => void;
}

/** Where places are in a file, where it does not make that plain. Case and blanks in names of columns say nothing. */
export interface ColumnOptions {
  /** The column of latitudes in degrees. @default `latitude`, `lat` or `y` */
  latitude?: string;
  /** The column of longitudes in degrees. @default `longitude`, `lon`, `lng`, `long` or `x` */
  longitude?: string;
  /** The column of shapes in WKT. @default `wkt`, `polygon_wkt`, `geometry`, `geom` or `the_geom` */
  wkt?: string;
  /**
   * The order of the two numbers of a position in GeoJSON, KML and WKT, for files that have the latitude first although none
   * of them does.
   *
   * @default "lng,lat"
   */
  axes?: "lng,lat" | "lat,lng";
}

/** The options of reading zones from a file of any format. What a feature says itself is before what an option says. */
export interface ReadZonesOptions extends WarningOptions, ColumnOptions {
  /**
   * The names of zones: a property of each feature, or a function of its properties. With `group`, the names of the
   * geofeatures in a zone.
   *
   * @default the name of a placemark, or the property `name`
   * @example
   * name: "SUBURB"
   * name: (store) => `store-${String(store["storenum"])}`
   */
  name?: FeatureText;
  /**
   * Features of equal text become the geofeatures of one zone with this name: a property, a function, or `"folder"` for
   * the innermost folder of KML.
   *
   * @default the property `zone`, unless `name` is given; else each feature is a zone
   */
  group?: FeatureText;
  /**
   * Metres, 5 or more: the radius of points that have no property `radius` of their own. As text, the property that has
   * it.
   */
  radius?: number | string;
  /** Whole seconds, 60 to 3,599,940, where features have no property `minimumRetriggerTime`. */
  minimumRetriggerTime?: number;
  /** Where features have no property `triggerOnExit`. @default left out */
  triggerOnExit?: boolean;
  /**
   * Tags of every zone, beside its own in the property `tags`; as text, the property that has them, separated by commas or
   * semicolons.
   *
   * @default the property `tags`
   */
  tags?: readonly string[] | string;
  /** The properties that become custom data, 20 at most; blank ones are left out. @default the property `customData` */
  customData?: readonly string[];
  /**
   * In a table of Bluedot's own zone importer, the key of `customData` under which to keep the name of a custom action, for
   * which a zone has no place of its own.
   *
   * @default the name is left out, with a warning
   */
  customActionName?: string;
  /** The property that has the id of a zone's destination. @default `destinationId` */
  destinationId?: string;
  /**
   * Holes of polygons, which Bluedot does not have: `"refuse"` is a fault, `"fill"` leaves them out with a warning, so that
   * the zone triggers in them too.
   *
   * @default "refuse"
   */
  holes?: "refuse" | "fill";
  /** m²: smaller polygons are left out with a warning. 70 leaves out what the API would refuse. @default 0 */
  dropSmallerThan?: number;
  /**
   * Metres: vertices that move the outline by less are left out. An outline never comes to cross itself.
   *
   * @default 0
   */
  simplify?: number;
  /** More vertices are a fault. @default no limit, but a warning above 300, as Bluedot advises */
  maxVertices?: number;
  /**
   * `"detect"` makes a circle of an outline of 12 vertices or more that all are equally far from its middle, within 1 %: how
   * maps without circles draw them.
   *
   * @default outlines stay polygons
   */
  circles?: "detect";
}
