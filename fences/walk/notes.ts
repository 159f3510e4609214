/** The sentences about a whole walk: what was not simulated, and what could not be judged. */
import type { LabelledZone } from "../ground";
import { hasTimes, type Fix } from "../track/fix";

/** @param ends the zones in which the track ends */
export function notesOf(
  zones: readonly LabelledZone[],
  track: readonly Fix[],
  ends: readonly number[],
): string[] {
  const labelsOf = (is: (zone: LabelledZone["zone"]) => boolean) =>
    zones.filter(({ zone }) => is(zone)).map(({ label }) => label);
  const notes: string[] = [];
  const add = (labels: readonly string[], sentence: (zones: string) => string) => {
    if (labels.length > 0) notes.push(sentence(listOf(labels)));
  };
  if (!hasTimes(track)) {
    notes.push(
      "The track has no times: dwell events, minimumRetriggerTime and conditions of time cannot be judged, and are passed over.",
    );
  } else {
    add(
      labelsOf(({ minimumRetriggerTime }) => minimumRetriggerTime === undefined),
      (list) => `The source says no minimumRetriggerTime of ${list}: every entry triggers.`,
    );
  }
  add(
    labelsOf(({ geofeatures }) => geofeatures.some(({ type }) => type === "beacon")),
    (list) => `Beacons are not simulated: ${list}.`,
  );
  const unknown = new Set(zones.flatMap(({ zone }) => zone.unknownConditions ?? []));
  add(
    labelsOf(({ unknownConditions = [] }) => unknownConditions.length > 0),
    (list) =>
      `Conditions that cannot be read (${[...unknown].join(", ")}) are passed over, so that triggers cannot be judged of ${list}.`,
  );
  if (track.some(({ accuracy, hdop }) => accuracy !== undefined || hdop !== undefined))
    notes.push("The accuracy of the fixes is not used: each is taken as the place of the phone.");
  add(
    ends.flatMap((at) => zones[at]?.label ?? []),
    (list) => `The track ends in ${list}: an exit is still to come.`,
  );
  return notes;
}

function listOf(labels: readonly string[]): string {
  const shown = labels.slice(0, most).join(", ");
  return labels.length > most ? `${shown} and ${labels.length - most} more` : shown;
}

const most = 5;
