/** What every class of a set is to the engine: its objects as texts, and what is packed of them opened again. */
import * as pulumi from "@pulumi/pulumi";

import { refuseLostArguments } from "../program/lost-arguments";
import { isString } from "../json";
import { ProgramError } from "../program/usage-error";
import { BluedotResource, type ResourceType } from "./base-resource";
import { clipped, counted, firstOf } from "../set/counts";
import { decodeObjects, type RecordedObject } from "../set/state-format";
import { STATE_KEYS } from "./state-contract";
import { serializeSet, type SerializedSet } from "./serialize-set";

export interface SetKind {
  /** `ZoneSet`, as in the type token. */
  readonly noun: string;
  /** Its export in `pulumi-bluedot/handlers`. */
  readonly handler: string;
  /** The argument that holds its objects: `zones`. */
  readonly objects: string;
  /** Its other arguments, which are outputs too. */
  readonly outputs: readonly string[];
}

/** A resource that holds many objects of one kind. */
export abstract class BluedotSet extends BluedotResource {
  /** @internal */
  declare readonly [STATE_KEYS.objects]: pulumi.Output<string>;

  protected constructor(
    kind: SetKind,
    name: string,
    args: object,
    objects: pulumi.Input<object>,
    opts?: pulumi.CustomResourceOptions,
  ) {
    refuse(kind, name, opts);
    // What follows makes texts of the objects, in which a Date is text too.
    refuseLostArguments(`${kind.noun} "${name}"`, { ...args, [kind.objects]: objects });
    const { texts, keys, mark } = serializeSet(objects);
    super(stubOf(kind), name, argumentsOf(kind, name, args, { texts, mark }), {
      ...opts,
      // It packs the texts of the last change too, which may hold what was secret and is declared in clear now.
      additionalSecretOutputs: [...(opts?.additionalSecretOutputs ?? []), STATE_KEYS.objects],
    });
    if (pulumi.runtime.isDryRun()) showFirstPlan(this, `${kind.noun} "${name}"`, keys);
  }
}

function stubOf({ noun, handler, outputs }: SetKind): ResourceType {
  return { noun, handler, always: [...outputs, STATE_KEYS.objects], declared: [] };
}

function argumentsOf(
  { objects: key }: SetKind,
  name: string,
  args: object,
  { texts, mark }: Pick<SerializedSet, "texts" | "mark">,
): object {
  return {
    ...args,
    [key]: texts,
    [STATE_KEYS.name]: name,
    ...(mark !== undefined && { [STATE_KEYS.objects]: mark }),
  };
}

/** Neither means anything for many objects; and the engine would do something else than was asked for. */
function refuse(
  { noun }: SetKind,
  name: string,
  { id, import: adopted }: pulumi.CustomResourceOptions = {},
): void {
  if (id === undefined && adopted === undefined) return;
  throw new ProgramError(
    `${noun} "${name}": a set has neither the option \`import\` nor \`id\`; zones of a Project of this program that are as declared are adopted without it, and other objects with \`pulumi up --config bluedot:onExisting=adopt\`.`,
  );
}

/**
 * Shows what a new set creates. The handler cannot: of a set that is created it is only asked to check the arguments, in
 * a preview as in the update after it.
 */
function showFirstPlan(set: BluedotSet, subject: string, keys: pulumi.Output<string[]>): void {
  // A log that waits for a resource which is refused would hold up the program.
  pulumi.all([keys, set.urn]).apply(async ([known]) => {
    const { id } = await pulumi.runtime.serializeProperties(subject, { id: set.id });
    if (id !== pulumi.runtime.unknownValue || known.length === 0) return;
    await pulumi.log.info(
      `${subject}: ${counted(known.length)} to create (${firstOf(known.map(clipped))}).`,
      set,
    );
  });
}

/** What the set has made, once it is known. */
export function objectOutputsOf(set: BluedotSet): pulumi.Output<readonly RecordedObject[]> {
  // The arguments may be secret; what is made of the result here are ids.
  const packed = pulumi.unsecret(set[STATE_KEYS.objects]).apply(
    // In a preview the engine shows the argument of this name, which says nothing.
    (text) => (text === "" ? pulumi.output<unknown>(pulumi.unknown) : text),
  );
  return packed.apply((text) => (isString(text) ? decodeObjects(text) : []));
}
