import type * as pulumi from "@pulumi/pulumi";

import {
  BluedotResource,
  withDeclaredDefaults,
  markSecret,
  resourceType,
  type OutputsOf,
} from "../dynamic/base-resource";
import type { IntegrationsArgs, ProjectArgs, WebhookArgs } from "./args";

type Outputs = OutputsOf<ProjectArgs>;

const kind = resourceType<keyof Outputs>({
  noun: "Project",
  handler: "project",
  idOutput: "projectId",
  outputs: {
    name: "always",
    nextRuleUpdateInterval: "always",
    forceDestroy: "always",
    webhooks: "declared",
    firebaseApiKey: "declared",
    integrations: "declared",
    extraFields: "declared",
  },
});

/**
 * A project: what an app connects to, and what zones belong to.
 *
 * @example
 * const project = new bluedot.Project("coffee", {
 *   webhooks: [{ type: "geoTrigger", url: "https://hooks.example.com/bluedot" }],
 * });
 */
export class Project extends BluedotResource implements Outputs {
  declare readonly name: pulumi.Output<string>;
  declare readonly nextRuleUpdateInterval: pulumi.Output<number>;
  declare readonly webhooks: pulumi.Output<pulumi.Unwrap<WebhookArgs>[] | undefined>;
  declare readonly firebaseApiKey: pulumi.Output<string | undefined>;
  declare readonly integrations: pulumi.Output<pulumi.Unwrap<IntegrationsArgs> | undefined>;
  declare readonly forceDestroy: pulumi.Output<boolean | undefined>;
  declare readonly extraFields: pulumi.Output<Record<string, unknown> | undefined>;
  /** The project's id in the API, which apps are set up with; the same as `id`. */
  declare readonly projectId: pulumi.Output<string>;

  /** Declares a project, which `pulumi up` makes and keeps as declared. */
  constructor(name: string, args?: ProjectArgs, opts?: pulumi.CustomResourceOptions) {
    super(kind, name, declared(name, args ?? {}), opts);
  }

  /**
   * Looks up a project that something else manages; one that does not exist is an error.
   *
   * @param name what it is called in this program
   * @param id the project's id
   * @throws an error in the preview already, where there is none of that id in the account and region
   * @example
   * const project = bluedot.Project.get("coffee", "c7058934-f1e6-4176-8730-a0bd28e8e0a9");
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Project {
    const holdSecrets = ["webhooks", "firebaseApiKey", "integrations"];
    return new Project(name, undefined, {
      ...opts,
      id,
      additionalSecretOutputs: [...(opts?.additionalSecretOutputs ?? []), ...holdSecrets],
    });
  }
}

function declared(name: string, args: ProjectArgs): object {
  const secretHeaders = markSecret(args.webhooks, ["headers"]);
  const keys = ["androidApiKey", "androidSecretKey", "iosApiKey", "iosSecretKey", "extraFields"];
  const secretKeys = keys.reduce<unknown>(
    (part, key) => markSecret(part, ["mparticle", key]),
    args.integrations,
  );
  return {
    ...withDeclaredDefaults(kind, name, args, { name }),
    webhooks: secretHeaders,
    firebaseApiKey: markSecret(args.firebaseApiKey, []),
    integrations: secretKeys,
  };
}
