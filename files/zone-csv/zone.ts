/** One row of the table: one zone. */
import type { TimeActiveRow, ZoneRow } from "../zone-row";
import { customDataOf, messageActionOf } from "./actions";
import type { ColumnName, Columns } from "./columns";
import { geofeaturesOf } from "./fences";
import { Part } from "../table/part";
import type { Report } from "../report";
import type { Row } from "../table/rows";
import { hasStray } from "../table/stray";
import { retriggerTimeOf, timeActiveOf } from "./times";

/** Nothing where the row has faults, all of which are in the report then. */
export function zoneOf(
  row: Row,
  columns: Columns,
  customActionName: string | undefined,
  report: Report,
): ZoneRow | undefined {
  const cell = (name: ColumnName): Part | undefined => {
    const index = columns.indexes.get(name);
    return index === undefined ? undefined : new Part(row.field(index, name));
  };
  const required = <T>(name: ColumnName, read: (part: Part, report: Report) => T): T | undefined => {
    const part = cell(name);
    if (!part?.blank) return part && read(part, report);
    report.fault(part, `${name} is missing, and it is required`);
    return undefined;
  };
  const optional = <T>(name: ColumnName, read: (part: Part, report: Report) => T): T | undefined => {
    const part = cell(name);
    return part === undefined || part.blank ? undefined : read(part, report);
  };

  if (hasStray(row, columns.header, report)) return undefined;
  const name = required("zoneName", (part) => part.text);
  const minimumRetriggerTime = required("minimumRetriggerTime", retriggerTimeOf);
  const geofeatures = required("fences", geofeaturesOf);
  const triggerOnExit = optional("enableCheckOut", booleanOf);
  const condition = conditionOf(cell("timeActive"), cell("activeAllDay"), report);
  const action = optional("messageActions", messageActionOf);
  const customData = optional("customActions", (part) => customDataOf(part, customActionName, report));

  if (name === undefined || minimumRetriggerTime === undefined || geofeatures === undefined) return undefined;
  return {
    name,
    minimumRetriggerTime,
    geofeatures,
    ...(triggerOnExit !== undefined && { triggerOnExit }),
    ...(customData && { customData }),
    ...(condition && { conditions: [condition] }),
    ...(action && { actions: [action] }),
  };
}

function conditionOf(
  timeActive: Part | undefined,
  activeAllDay: Part | undefined,
  report: Report,
): TimeActiveRow | undefined {
  const allDay = activeAllDay && !activeAllDay.blank ? booleanOf(activeAllDay, report) : undefined;
  if (timeActive && !timeActive.blank) {
    if (activeAllDay && allDay === true) {
      report.fault(
        activeAllDay,
        `activeAllDay is ${activeAllDay.text}, but timeActive is "${timeActive.text}"; leave one of them blank`,
      );
    }
    return timeActiveOf(timeActive, report);
  }
  if (activeAllDay && allDay === false) {
    report.warnOnce(
      "activeAllDay",
      activeAllDay,
      `activeAllDay is ${activeAllDay.text}, but timeActive is blank: the zone is active all day`,
    );
  }
  return undefined;
}

function booleanOf(part: Part, report: Report): boolean | undefined {
  const text = part.text.toLowerCase();
  if (["true", "yes", "1"].includes(text)) return true;
  if (["false", "no", "0"].includes(text)) return false;
  report.fault(part, `"${part.text}" must be true or false`);
  return undefined;
}
