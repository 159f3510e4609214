/** Recognises JSON that is no GeoJSON, and says what to do. */
import { isObject, type JsonObject } from "../../provider/json";

/** A sentence; undefined where nothing speaks against GeoJSON. */
export function notGeoJson(value: unknown): string | undefined {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  const [first] = values;
  if (!isObject(first)) return undefined;
  if (Array.isArray(value) && first["type"] === undefined)
    return "this JSON is a list of rows and no GeoJSON; save it as CSV, with columns latitude and longitude or wkt";
  return kinds.find(({ isIt }) => isIt(first))?.sentence;
}

const kinds: readonly { readonly isIt: (value: JsonObject) => boolean; readonly sentence: string }[] = [
  {
    isIt: ({ type }) => type === "Topology",
    sentence:
      "this is TopoJSON; convert it first, such as npx -p topojson-client topo2geo <object>=zones.geojson < x.topojson",
  },
  {
    isIt: (value) => "geometryType" in value || ("spatialReference" in value && "features" in value),
    sentence:
      "this is Esri JSON; convert it first, such as ogr2ogr -f GeoJSON -t_srs EPSG:4326 zones.geojson x.json",
  },
  {
    isIt: ({ type }) => type === undefined,
    sentence:
      "this JSON is no GeoJSON, which is an object with a type, such as FeatureCollection; a plan or a stack goes to `pulumi-bluedot map`",
  },
];
