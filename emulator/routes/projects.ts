/** `/projects`: what holds zones. */
import type { Hono } from "hono";

import { collectionRoutes } from "./collection";
import { listOfAccount } from "./filters";
import type { Service } from "./service";

export function projectRoutes(service: Service): Hono {
  return collectionRoutes("projects", service, { listed: listOfAccount("projects", service.store) });
}
