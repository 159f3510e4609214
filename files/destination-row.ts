/** A destination of a file: the arguments of a Destination, all known. */
import type { PointRow } from "./zone-row";

/**
 * One destination of a file, as a Destination or DestinationSet takes it. Values that the file does not give are left out.
 *
 * @example
 * new bluedot.Destination(store.destinationId, { projectId: project.id, ...store });
 */
export interface DestinationRow {
  /** Unique in its file. */
  destinationId: string;
  /** Left out where neither the file nor an option says. */
  name?: string;
  location: PointRow;
  /** In one line. Left out where neither the file nor an option says. */
  address?: string;
  email?: string;
  /** At most 20 pairs. Left out where there are none. */
  customData?: Record<string, string>;
}
