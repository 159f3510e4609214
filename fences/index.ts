/** Tests of zones: what a Pulumi program or a test imports from `pulumi-bluedot/fences`. */
export type { PlainZone } from "../geometry/plain-zone";
