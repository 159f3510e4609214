/** `/users`: who has a part in the account. */
import type { Hono } from "hono";

import { collectionRoutes } from "./collection";
import { aProject } from "./references";
import type { Service } from "./service";

export function userRoutes(service: Service): Hono {
  return collectionRoutes("users", service, {
    refers: ({ projectPermissions = [] }, previous) => {
      const before = previous?.projectPermissions?.map(({ projectId }) => projectId);
      projectPermissions.forEach(({ projectId }, index) => {
        aProject(service.store, `projectPermissions[${index}].projectId`, projectId, before);
      });
    },
  });
}
