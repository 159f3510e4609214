/** Arguments by which messages call a resource and what it belongs to: shown also where a program marks them as secret. */
export const told: ReadonlySet<string> = new Set(["name", "email", "username", "projectId", "destinationId"]);
