/** Recognises what people take for KML and is none, by its beginning: it may be no well-formed XML either. */

/** Declarations and comments, which may stand before the root. */
const beginning = /^\s*(?:<\?[^>]*>\s*|<!--[^]*?-->\s*)*<(!doctype\s+\w+|\w+)/i;

/** A sentence on what the text is; undefined if nothing speaks against KML. */
export function notKml(text: string): string | undefined {
  const [, root = ""] = beginning.exec(text.slice(0, 2_000)) ?? [];
  const name = root.toLowerCase().replace(/^!doctype\s+/, "");
  if (name === "html") {
    return "this is a web page, such as a sign-in page, and no KML; download the file again while signed in";
  }
  if (name === "gpx") {
    return "this is a GPX track and no KML; `pulumi-bluedot walk <source> <track>` follows a track through zones";
  }
  return undefined;
}
