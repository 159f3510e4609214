/** All tables, in the order of the page. */
import type { Section } from "../row";
import { beaconSection, destinationSection, userSections } from "./account";
import { actionSection, conditionSections } from "./conditions";
import { everyObjectSection, placeSection } from "./everywhere";
import { geofeatureSections } from "./geofeatures";
import { projectSections } from "./project";
import { zoneSection } from "./zone";

export const sections: readonly Section[] = [
  ...projectSections,
  zoneSection,
  ...geofeatureSections,
  ...conditionSections,
  actionSection,
  destinationSection,
  beaconSection,
  ...userSections,
  placeSection,
  everyObjectSection,
];
