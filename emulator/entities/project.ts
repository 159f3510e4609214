/** A project: as a client may send it, as it is stored, and how the one becomes the other. */
import { randomUUID } from "node:crypto";
import { z } from "zod";

import { addedFields } from "./additions";
import { text } from "./fields";
import type { Kind } from "./kind";

const webhook = z.looseObject({
  type: z.enum(["geoTrigger", "tempo", "wave", "helloOrder"]),
  url: z.url({ protocol: /^https?$/, error: "must be an http or https address" }),
  headers: z.record(z.string().regex(/^\S+$/, "must be a header name without spaces"), z.string()).optional(),
  structure: z.string().optional(),
});

const mparticle = z.looseObject({
  androidApiKey: z.string().optional(),
  androidSecretKey: z.string().optional(),
  iosApiKey: z.string().optional(),
  iosSecretKey: z.string().optional(),
});

/** The body of `POST /projects` and `PUT /projects/{projectId}`. Other fields are kept as they were sent. */
const projectBody = z.looseObject({
  _id: z.string().optional(),
  name: text,
  nextRuleUpdateInterval: z.int().min(300).max(172_800),
  webhooks: z
    .array(webhook)
    .refine((webhooks) => new Set(webhooks.map(({ type }) => type)).size === webhooks.length, {
      message: "must not hold two webhooks of one type",
    })
    .optional(),
  firebaseApiKey: z.string().optional(),
  integrations: z.looseObject({ mparticle: mparticle.optional() }).optional(),
});

export type ProjectBody = z.output<typeof projectBody>;

const storedProject = z.looseObject({
  _id: z.string(),
  name: z.string(),
  nextRuleUpdateInterval: z.number().optional(),
  webhooks: z.array(z.looseObject({ type: z.string(), url: z.string() })).optional(),
  firebaseApiKey: z.string().optional(),
  integrations: z.looseObject({}).optional(),
});

/** A project as the emulator holds it. */
export type StoredProject = z.output<typeof storedProject>;

/** A project put into the store directly: nothing is checked that the emulator can do without. */
const newProject = z.looseObject({ ...storedProject.shape, _id: z.string().optional() });

/** A project to put into the emulator directly. */
export type NewProject = z.input<typeof newProject>;

export const projectKind: Kind<StoredProject, NewProject, ProjectBody> = {
  noun: "Project",
  key: "_id",
  keyOf: ({ _id }) => _id,
  body: projectBody,
  stored: storedProject,
  given: newProject,
  from: (body, previous, writing) => ({
    _id: previous?._id ?? randomUUID(),
    ...(writing.additions.includes("emptyLists") ? { webhooks: [] } : {}),
    ...body,
    ...addedFields(writing, previous),
  }),
  seed: (given, writing) => ({
    ...given,
    _id: given._id ?? randomUUID(),
    ...addedFields(writing, given),
  }),
  searched: ({ name }) => name,
};
