import * as bluedot from "pulumi-bluedot";

import { field, heldIn, type Table } from "./table";

const place = { latitude: -37.8, longitude: 144.9 };

/** `projects` are the ids of three. */
export function destination([first, then, foreign]: readonly [
  string,
  string,
  string,
]): Table<bluedot.DestinationArgs> {
  return {
    noun: "Destination",
    make: (name, args, at) => new bluedot.Destination(name, { destinationId: `store/${at}`, ...args }),
    get: (name, id) => {
      const { name: called, destinationId } = bluedot.Destination.get(name, id);
      return { name: called, destinationId };
    },
    held: ({ destinations }) => heldIn(destinations, ({ destinationId }) => destinationId),
    fields: [
      field("name", ["one", "two", "three"], (name) => ({ name })),
      field("address", ["1 High St", "2 High St", "3 High St"], (address) => ({ address })),
      field("location.latitude", [-37.8, -37.81, -37.82], (latitude) => ({
        location: { ...place, latitude },
      })),
      field("location.longitude", [144.9, 144.91, 144.92], (longitude) => ({
        location: { ...place, longitude },
      })),
      field("email", ["a@example.com", "b@example.com", "c@example.com"], (email) => ({ email })),
      field("customData.city", ["Paris", "Lyon", "Nice"], (city) => ({ customData: { city, open: "yes" } })),
      field("projectId", [first, then, foreign], (projectId) => ({ projectId })),
      field("extraFields.plan", ["a", "b", "c"], (plan) => ({ extraFields: { plan } })),
    ],
    removals: [
      { path: "address", declared: { address: "1 High St" }, held: undefined },
      { path: "location", declared: { location: place }, held: undefined },
      { path: "email", declared: { email: "a@example.com" }, held: undefined },
      { path: "customData", declared: { customData: { city: "Paris" } }, held: {} },
      { path: "projectId", declared: { projectId: first }, held: undefined },
      { path: "extraFields", declared: { extraFields: { plan: 1 } }, held: undefined },
    ],
    changes: [
      {
        title: "is replaced when its destinationId changes",
        first: { destinationId: "old" },
        then: { destinationId: "new" },
        steps: [
          ["delete-replaced", []],
          ["replace", ["destinationId"]],
          ["create-replacement", ["destinationId"]],
        ],
      },
      {
        title: "takes no notice of the case of an email",
        first: { email: "Shop@Example.com" },
        then: { email: "shop@example.com" },
        steps: [],
      },
    ],
  };
}
