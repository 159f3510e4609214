import type { Definition } from "../lifecycle/definition";
import { guardDelete } from "./guard";
import { projectFields } from "./schema";

export const project: Definition = {
  noun: "Project",
  handler: "project",
  collection: "/projects",
  listed: () => ({}),
  fields: projectFields,
  idField: "_id",
  idOutput: "projectId",
  title: "name",
  computed: (_found, id) => ({ projectId: id }),
  complete: () => true,
  pushes: false,
  guardDelete,
};
