/** The end of `pulumi-bluedot walk --help`. */
import { sourceHelp } from "../source-help";

export const walkHelp = `${sourceHelp}

It exits with 0, with 7 where the triggers differ from those of --expect, and with 1 where it could not look.
This is geometry, not a phone: docs/walk.md lists what is assumed.

Examples:
  pulumi-bluedot walk zones.geojson monday.gpx
  pulumi-bluedot walk zones.kml monday.gpx --expect "cafe enter" "cafe exit"
  pulumi-bluedot walk zones.kml drawn.geojson --start 2026-11-30T09:00 --speed 1.4
  pulumi preview --json --show-sames | pulumi-bluedot walk - monday.gpx`;
