/** A retailer's list of shops as a file of zones in the columns of Bluedot's importer. */
import { parse, unparse } from "papaparse";
import { z } from "zod";

/** A shop as the list has it; its other columns are of no use to a zone. */
export interface Opening {
  readonly storenum: string;
  readonly STRCITY: string;
  readonly LAT: string;
  readonly LON: string;
}

const openings = z.array(
  z.object({ storenum: z.string(), STRCITY: z.string(), LAT: z.string(), LON: z.string() }),
);

/** The shops of a CSV file with these columns among others. */
export function readOpenings(csv: string): Opening[] {
  return openings.parse(parse(csv, { header: true, skipEmptyLines: true }).data);
}

/** As many shops that never were, each some hundred metres from the one before. */
export function inventedOpenings(count: number): Opening[] {
  return Array.from({ length: count }, (_, at) => ({
    storenum: String(at + 1),
    STRCITY: `Tea "& more", Lane ${at % 7}`,
    LAT: (46 + at / 200).toFixed(6),
    LON: (7 - at / 300).toFixed(5),
  }));
}

/** A zone for each shop: a circle around its door. */
export function zoneCsvOf(shops: readonly Opening[]): string {
  return unparse(
    shops.map(({ storenum, STRCITY, LAT, LON }) => ({
      zoneName: `${storenum} ${STRCITY}`,
      minimumRetriggerTime: "0:30",
      fences: `circle;75;${LAT} ${LON}`,
    })),
  );
}
