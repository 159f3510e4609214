/** Places in a GeoJSON, which has no lines that mean anything to a reader. */

/** The feature with its name, and the path within it. */
export interface Place {
  /** `features[3] ("Carlton")`; undefined outside of features. */
  readonly feature?: string;
  /** `geometry.coordinates[0]`, from the feature or from the whole. */
  readonly path: string;
}

/** `features[3] ("Carlton"): geometry.coordinates[0]`, or `it` for the whole. */
export function formatPath({ feature, path }: Place): string {
  if (feature === undefined) return path === "" ? "it" : path;
  return path === "" ? feature : `${feature}: ${path}`;
}

export function below(place: Place, step: string): Place {
  const path = place.path === "" || step.startsWith("[") ? `${place.path}${step}` : `${place.path}.${step}`;
  return { ...place, path };
}
