/** Recognises JSON that is no GeoJSON, and says what to do. */
import { isObject, type JsonObject } from "../../provider/json";
import { conversion, shellWord } from "../unreadable";

/**
 * A sentence; undefined where nothing speaks against GeoJSON.
 *
 * @param file as the user named it
 */
export function notGeoJson(value: unknown, file: string): string | undefined {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  const [first] = values;
  if (!isObject(first)) return undefined;
  if (Array.isArray(value) && first["type"] === undefined)
    return "this JSON is a list of rows and no GeoJSON; save it as CSV, with columns latitude and longitude or wkt";
  return kinds.find(({ isIt }) => isIt(first))?.sentence(first, file);
}

interface Kind {
  readonly isIt: (value: JsonObject) => boolean;
  readonly sentence: (value: JsonObject, file: string) => string;
}

const kinds: readonly Kind[] = [
  {
    isIt: ({ type }) => type === "Topology",
    sentence: ({ objects }, file) => {
      const [object = "<object>"] = isObject(objects) ? Object.keys(objects) : [];
      const target = object === "<object>" ? object : shellWord(object);
      return `this is TopoJSON; convert it first: npx -p topojson-client topo2geo ${target}=zones.geojson < ${shellWord(file)}`;
    },
  },
  {
    isIt: (value) => "geometryType" in value || ("spatialReference" in value && "features" in value),
    sentence: (_, file) => `this is Esri JSON; ${conversion(file)}`,
  },
  {
    isIt: ({ type }) => type === undefined,
    sentence: () =>
      "this JSON is no GeoJSON, which is an object with a type, such as FeatureCollection; a plan or a stack goes to `pulumi-bluedot map`",
  },
];
