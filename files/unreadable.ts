/** Recognises files that are not read, by how they begin, and says what makes one of them that is. */

export interface Sample {
  /** The file, as the user named it. */
  readonly file: string;
  readonly bytes: Buffer;
  /** The names of the files in a zip archive; none in any other. */
  readonly names: readonly string[];
}

/** A sentence; undefined where nothing speaks against the file. */
export function unreadable(sample: Sample): string | undefined {
  return kinds.find(({ isIt }) => isIt(sample))?.sentence(sample);
}

interface Kind {
  readonly isIt: (sample: Sample) => boolean;
  readonly sentence: (sample: Sample) => string;
}

const kinds: readonly Kind[] = [
  {
    isIt: ({ names }) => holds(names, /\.shp$/i),
    sentence: ({ file }) => `this is a zipped shapefile; ${conversion(`/vsizip/${file}`)}`,
  },
  {
    isIt: ({ names }) => holds(names, /^xl\//),
    sentence: () => 'this is an Excel workbook; save it as "CSV UTF-8"',
  },
  {
    isIt: ({ names }) => holds(names, /^content\.xml$/i) && holds(names, /^meta\.xml$/i),
    sentence: () => 'this is an OpenDocument file; save its table as "Text CSV" in UTF-8',
  },
  {
    isIt: ({ names }) => holds(names, /^(word|ppt)\//),
    sentence: () =>
      "this is an Office document, which holds no shapes; give the file that its map was made from",
  },
  {
    isIt: ({ names }) => holds(names, /\.gdbtable$/i),
    sentence: ({ file }) => `this is a zipped file geodatabase; ${conversion(`/vsizip/${file}`)}`,
  },
  {
    isIt: ({ names }) => names.length > 0 && !holds(names, /\.kml$/i),
    sentence: ({ file }) => `this archive holds no KML; unpack it first, such as unzip ${shellWord(file)}`,
  },
  {
    isIt: begins("SQLite format 3\0"),
    sentence: ({ file }) => `this is a GeoPackage or another SQLite database; ${conversion(file)}`,
  },
  {
    isIt: ({ bytes }) => bytes.length >= 100 && bytes.readUInt32BE(0) === 9994,
    sentence: ({ file }) => `this is a shapefile; ${conversion(file)}`,
  },
  {
    isIt: ({ file }) => /\.(dbf|shx|prj|cpg)$/i.test(file),
    sentence: ({ file }) => `this is one part of a shapefile; ${conversion(file.replace(/\w+$/, "shp"))}`,
  },
  {
    isIt: begins("fgb\x03"),
    sentence: ({ file }) => `this is FlatGeobuf; ${conversion(file)}`,
  },
  { isIt: beginsBinary("PAR1"), sentence: ({ file }) => `this is Parquet; ${conversion(file)}` },
  {
    isIt: ({ bytes }) => /^AC10\d\d/.test(start(bytes)),
    sentence: ({ file }) =>
      `this is an AutoCAD drawing; save it as DXF, then ${conversion(file.replace(/\.dwg$/i, ".dxf"))}, with -s_srs where it is not in degrees`,
  },
  {
    isIt: ({ bytes }) => /^\s*0\s*\r?\n\s*SECTION\b/.test(start(bytes)),
    sentence: ({ file }) =>
      `this is a DXF drawing; ${conversion(file)}, with -s_srs where it is not in degrees`,
  },
  {
    isIt: begins("\x1f\x8b"),
    sentence: ({ file }) => `this is packed by gzip; unpack it first: gunzip ${shellWord(file)}`,
  },
  {
    isIt: either(
      begins("7z\xbc\xaf"),
      beginsBinary("Rar!"),
      beginsBinary("BZh"),
      begins("\x28\xb5\x2f\xfd"),
      begins("\xfd7zXZ"),
    ),
    sentence: () => "this is a packed archive; unpack it first",
  },
  {
    isIt: begins("%PDF"),
    sentence: () =>
      "this is a PDF, which holds a picture of shapes and no places; give the file that it was made from",
  },
  {
    isIt: either(
      begins("\x89PNG"),
      begins("\xff\xd8\xff"),
      begins("GIF8"),
      begins("II*\0"),
      begins("MM\0*"),
      beginsBinary("RIFF"),
      beginsBinary("BM"),
    ),
    sentence: () => "this is an image, which holds no shapes; give the file that it was made from",
  },
  {
    isIt: begins("\xd0\xcf\x11\xe0"),
    sentence: () => 'this is a file of an old Office; of a workbook, save the sheet as "CSV UTF-8"',
  },
  {
    isIt: ({ bytes }) => /^(FeatureCollection|Feature)$/.test(rootOf(bytes)),
    sentence: ({ file }) => `this is GML; ${conversion(file)}`,
  },
  {
    isIt: ({ bytes }) => rootOf(bytes) === "osm",
    sentence: ({ file }) => `this is OpenStreetMap's XML; ${conversion(file)}`,
  },
  {
    isIt: ({ bytes }) => rootOf(bytes) === "svg",
    sentence: () => "this is an SVG image, which holds no places; give the file that it was made from",
  },
  {
    isIt: ({ bytes }) => isBinary(bytes),
    sentence: ({ file }) => `${noneOfThese}, such as ${conversionCommand(file)}`,
  },
];

/** Of a file of a kind that nobody here knows. */
export const noneOfThese = "this is none of GeoJSON, KML, KMZ, CSV and WKT; convert it first";

/** True for characters that no text has; UTF-16 has NUL among them, and with its mark any byte. */
function isBinary(bytes: Buffer): boolean {
  // A damaged archive has a sentence of its own.
  if (["fffe", "feff", "504b"].includes(bytes.toString("hex", 0, 2))) return false;
  // Tabs and ends of lines, an escape, and the separator of GeoJSON sequences are text.
  return bytes
    .subarray(0, 1_000)
    .some((byte) => byte > 0 && byte < 0x20 && ![9, 10, 11, 12, 13, 27, 30].includes(byte));
}

function holds(names: readonly string[], pattern: RegExp): boolean {
  return names.some((name) => pattern.test(name));
}

function begins(magic: string): Kind["isIt"] {
  const expected = Buffer.from(magic, "latin1");
  return ({ bytes }) => bytes.subarray(0, expected.length).equals(expected);
}

/** As `begins`, for letters that a table may begin with too. */
function beginsBinary(magic: string): Kind["isIt"] {
  // oxlint-disable-next-line no-control-regex -- They are what is looked for.
  const isBinary = (bytes: Buffer) => /[\0-\x08\x0e-\x1f]/.test(bytes.toString("latin1", 0, 64));
  return (sample) => begins(magic)(sample) && isBinary(sample.bytes);
}

function either(...tests: readonly Kind["isIt"][]): Kind["isIt"] {
  return (sample) => tests.some((test) => test(sample));
}

function start(bytes: Buffer): string {
  return bytes.toString("latin1", 0, 1_000);
}

/** The name of the first element of XML, without a prefix; blank where it is none. */
function rootOf(bytes: Buffer): string {
  const text = start(bytes).replaceAll("\0", "");
  return /^[^<]{0,9}(?:<[?!][^>]*>\s*)*<(?:\w+:)?(\w+)/.exec(text)?.[1] ?? "";
}

export function conversion(file: string): string {
  return `convert it first: ${conversionCommand(file)}`;
}

export function conversionCommand(file: string): string {
  return `ogr2ogr -f GeoJSON -t_srs EPSG:4326 zones.geojson ${shellWord(file)}`;
}

/** A path as one word of a shell. */
export function shellWord(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
