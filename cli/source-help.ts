/** The help of a command about its source, without loading what reads it. */

export const sourceHelp = `
A <source> is one of:
  <file>               a file of zones (GeoJSON, KML, KMZ, CSV, WKT), a plan (what
                       \`pulumi preview --json --show-sames --refresh\` prints) or a stack (\`pulumi stack export\`)
  -                    any of these from standard input
  account[:<project>]  the account, or a project of it by its id or exact name. It signs in with BLUEDOT_EMAIL,
                       BLUEDOT_PASSWORD and BLUEDOT_REGION (or BLUEDOT_ENDPOINT), and only reads.`;
