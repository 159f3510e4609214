/** Writes GeoJSON, one feature a line. */
import type { Drawing, WrittenShape } from "./drawing";

export function geoJsonOf(drawings: readonly Drawing[]): string {
  const features = drawings.map((drawing) =>
    JSON.stringify({
      type: "Feature",
      properties: propertiesOf(drawing),
      geometry: geometryOf(drawing.shape),
    }),
  );
  return `{"type":"FeatureCollection","features":[\n${features.join(",\n")}\n]}\n`;
}

function propertiesOf({ zone, name, type, shape, color, settings }: Drawing): Record<string, unknown> {
  return {
    name,
    ...(zone !== name && { zone }),
    ...(type === "boundingBox" && { geofeature: type }),
    ...(shape.kind === "point" && { radius: shape.radius }),
    // Viewers know these names, of simplestyle; they draw a point as a marker.
    ...(color !== undefined && { stroke: color, fill: color }),
    ...(color !== undefined && shape.kind === "point" && { "marker-color": color }),
    ...Object.fromEntries(settings),
  };
}

function geometryOf(shape: WrittenShape): object {
  switch (shape.kind) {
    case "point":
      return { type: "Point", coordinates: shape.position };
    case "line":
      return { type: "LineString", coordinates: shape.positions };
    case "polygon":
      return { type: "Polygon", coordinates: [shape.positions] };
  }
}
