/** The base class of sets: serializes the objects of the program, and decodes those of the state. */
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
    // Before the objects become texts, in which a Date is text too.
    refuseLostArguments(`${kind.noun} "${name}"`, { ...args, [kind.objects]: objects });
    const { texts, keys, mark } = serializeSet(objects);
    super(stubOf(kind), name, argumentsOf(kind, name, args, { texts, mark }), {
      ...opts,
      // It holds the texts of the last change too, in which a value may be that was secret then.
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

/** Neither option has a meaning for many objects. */
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
 * Shows the plan of a new set. The handler cannot: before a create the engine only calls its check, in a preview as in an
 * update.
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

/** The objects of the set, once they are known. */
export function objectOutputsOf(set: BluedotSet): pulumi.Output<readonly RecordedObject[]> {
  // The arguments may be secret, and the callers use ids alone.
  const packed = pulumi.unsecret(set[STATE_KEYS.objects]).apply(
    // In a preview the output is the argument of this name, which is empty.
    (text) => (text === "" ? pulumi.output<unknown>(pulumi.unknown) : text),
  );
  return packed.apply((text) => (isString(text) ? decodeObjects(text) : []));
}
