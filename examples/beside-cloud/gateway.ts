import * as pulumi from "@pulumi/pulumi";

export interface GatewayArgs {
  /** Paths that it listens to. */
  path: pulumi.Input<string>;
  /** Fence id → the shop that it belongs to. */
  shops?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

interface GatewayState {
  path: string;
  shops: Record<string, string> | undefined;
}

/**
 * A stand-in for what a cloud's provider gives: an API gateway, a function's address, a queue. It makes nothing and
 * needs no download; put your cloud's own resource in its place.
 */
export class Gateway extends pulumi.dynamic.Resource {
  declare readonly url: pulumi.Output<string>;

  constructor(name: string, args: GatewayArgs, opts?: pulumi.CustomResourceOptions) {
    super(
      {
        create: (news: GatewayState) =>
          Promise.resolve({
            id: news.path,
            outs: { ...news, url: `https://gateway.example.com/${news.path}` },
          }),
        update: (_id: string, _olds: GatewayState, news: GatewayState) =>
          Promise.resolve({ outs: { ...news, url: `https://gateway.example.com/${news.path}` } }),
      },
      name,
      { shops: undefined, url: undefined, ...args },
      opts,
    );
  }
}
