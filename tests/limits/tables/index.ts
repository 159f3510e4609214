/** All tables, in the order of the page. */
import { withRowsOfFields } from "../derived";
import type { Section } from "../row";
import { beaconTable, destinationTable, userTables } from "./account";
import { actionTable, conditionTables } from "./conditions";
import { everyObjectTable, placeTable } from "./everywhere";
import { geofeatureTables } from "./geofeatures";
import { projectTables } from "./project";
import { setTables } from "./sets";
import { zoneTable } from "./zone";

export const sections: readonly Section[] = [
  ...projectTables,
  zoneTable,
  ...geofeatureTables,
  ...conditionTables,
  actionTable,
  destinationTable,
  beaconTable,
  ...userTables,
  placeTable,
  everyObjectTable,
  ...setTables,
].map(withRowsOfFields);
