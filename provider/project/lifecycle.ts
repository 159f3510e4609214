import type { Definition } from "../lifecycle/definition";
import { guardDelete } from "./guard";
import { projectFields } from "./schema";

export const project: Definition = {
  noun: "Project",
  collection: "/projects",
  fields: projectFields,
  idOutput: "projectId",
  computed: (_found, id) => ({ projectId: id }),
  complete: () => true,
  pushes: false,
  guardDelete: (about, state) => guardDelete(about, state),
};
