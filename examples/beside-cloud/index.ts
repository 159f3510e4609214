import * as pulumi from "@pulumi/pulumi";
import * as bluedot from "pulumi-bluedot";

import { Gateway } from "./gateway";

// From the cloud to Bluedot: the webhook goes to an address that only the cloud knows.
const triggers = new Gateway("triggers", { path: "triggers" });

const project = new bluedot.Project("coffee", {
  webhooks: [{ type: "geoTrigger", url: pulumi.interpolate`${triggers.url}/bluedot` }],
});

const shop = new bluedot.Zone("shop", {
  projectId: project.id,
  minimumRetriggerTime: 1800,
  triggerOnExit: true,
  geofeatures: [
    { type: "circle", name: "counter", center: { latitude: 59.91273, longitude: 10.74609 }, radius: 30 },
    { type: "circle", name: "kerb", center: { latitude: 59.91301, longitude: 10.74652 }, radius: 15 },
  ],
  customData: { callback: triggers.url },
});

// From Bluedot to the cloud: webhooks name a fence by the id that Bluedot gave it.
const orders = new Gateway("orders", {
  path: "orders",
  shops: shop.fenceIds.apply((ids) =>
    Object.fromEntries(Object.entries(ids).map(([fence, id]) => [id, fence])),
  ),
});

export const webhook = project.webhooks.apply((webhooks) => webhooks?.[0]?.url);
export const ordersAddress = orders.url;
