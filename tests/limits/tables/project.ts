import { objects } from "../places";
import type { Row, Section } from "../row";
import { anObject, anyText, notEmpty, oneOf, wholeNumber, yesOrNo } from "./kinds";

const { project, webhook, integrations, mparticle } = objects;

const types = ["geoTrigger", "tempo", "wave", "helloOrder"];
const hooks = (...named: string[]) => ({ webhooks: named.map((type) => ({ ...webhook.right, type })) });

export const projectSections: readonly Section[] = [
  {
    title: "Project",
    places: [project],
    rows: [
      { ...notEmpty("name"), default: "the resource's name in the program" },
      {
        ...wholeNumber(
          "nextRuleUpdateInterval",
          { least: 300, most: 172_800, unit: "seconds" },
          "Config API 1.2.0",
        ),
        default: "86,400",
      },
      {
        property: "webhooks",
        rule: "a list with at most one webhook of a `type`",
        from: "Bluedot's documentation",
        accepted: [{ webhooks: [] }, hooks("wave")],
        boundary: [hooks(...types)],
        rejected: [
          [
            hooks("wave", "tempo", "wave"),
            ["webhooks[2].type", /^"wave" is used by webhooks\[0\] too; .* at most one webhook of a type$/],
          ],
          // Header keys and values may be secrets, so nothing of the value is shown.
          [{ webhooks: {} }, /^its value \(a secret\) must be a list$/],
        ],
      },
      notEmpty("firebaseApiKey", "secret"),
      anObject("integrations", "Config API 1.2.0", [{ integrations: {} }]),
      { ...yesOrNo("forceDestroy", "this provider"), default: "false" },
    ],
  },
  {
    title: "Webhooks",
    part: true,
    places: [webhook],
    rows: [
      oneOf("type", types, "geotriger", "Bluedot's documentation"),
      {
        property: "url",
        rule: "an address that begins with `https://` or `http://`",
        from: "this provider",
        accepted: [
          { url: "http://hooks.example.com" },
          { url: "HTTPS://hooks.example.com:8443/bluedot?shop=42#new" },
        ],
        boundary: "none",
        rejected: [
          [
            { url: "ftp://hooks.example.com/" },
            /^it is text \(not shown\), but must be an address that begins with "https:/,
          ],
          [{ url: "hooks.example.com" }, /must be an address/],
          [{ url: "https://" }, /must be an address/],
          [{ url: "https://hooks.example.com/a b" }, /must be an address/],
        ],
      },
      {
        property: "headers",
        rule: "no key is empty or has a space; secret",
        from: "Bluedot's documentation",
        accepted: [{ headers: {} }, { headers: { "x-api-key": "{accountId} and a space" } }],
        boundary: [{ headers: { x: "" } }],
        rejected: [
          [
            { headers: { "x-api-key: k3y": "" } },
            /^a key \(it begins "x-api-key:"\) must be text without spaces$/,
          ],
          [{ headers: { "": "k3y" } }, /must be text without spaces$/],
        ],
      },
      {
        property: "headers",
        rule: "a map of texts; secret",
        from: "Config API 1.2.0",
        accepted: [{ headers: { "x-api-key": "k3y", "x-shop": "42" } }],
        boundary: "none",
        rejected: [
          [{ headers: { "x-shop": 42 } }, ['headers["x-shop"]', /^its value \(a secret\) must be text$/]],
          [{ headers: ["x-shop: 42"] }, /^its value \(a secret\) must be a map$/],
        ],
      },
      anyText("structure", "Bluedot's documentation"),
    ],
  },
  {
    title: "Integrations",
    part: true,
    places: [integrations, mparticle],
    rows: [
      { ...anObject("mparticle", "Config API 1.2.0", [{ mparticle: {} }]), at: [integrations] },
      ...["androidApiKey", "androidSecretKey", "iosApiKey", "iosSecretKey"].map((key): Row => ({
        ...notEmpty(key, "secret"),
        at: [mparticle],
      })),
    ],
  },
];
