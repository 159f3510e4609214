/** The user's own tiles, which no request asks for before a click. */
import type { PageTiles } from "./data";
import { boxOf, toScreen, type View } from "./view";

const SIZE = 256;
const DEEPEST = 19;
const MOST_KEPT = 300;

interface Tile {
  readonly column: number;
  readonly row: number;
  /** Where it stands in the view; its column may be that of another copy of the world. */
  readonly left: number;
  readonly top: number;
  readonly size: number;
}

export class TileLayer {
  isOn = false;
  private readonly images = new Map<string, HTMLImageElement>();

  constructor(
    private readonly tiles: PageTiles,
    private readonly onLoad: () => void,
    private readonly onError: () => void,
  ) {}

  paint(context: CanvasRenderingContext2D, view: View): void {
    if (!this.isOn) return;
    const zoom = Math.max(0, Math.min(DEEPEST, Math.round(view.zoom)));
    for (const tile of tilesIn(view, zoom)) {
      const image = this.imageOf(zoom, tile.column, tile.row);
      if (image.complete && image.naturalWidth > 0) {
        // Whole pixels, or the seams between tiles show.
        const [left, top] = [Math.round(tile.left), Math.round(tile.top)];
        const [right, bottom] = [Math.round(tile.left + tile.size), Math.round(tile.top + tile.size)];
        context.drawImage(image, left, top, right - left, bottom - top);
      }
    }
  }

  private imageOf(zoom: number, column: number, row: number): HTMLImageElement {
    const address = this.tiles.template
      .replaceAll("{z}", String(zoom))
      .replaceAll("{x}", String(column))
      .replaceAll("{y}", String(row))
      .replaceAll("{s}", "abc".charAt((column + row) % 3))
      .replaceAll("{r}", "");
    const known = this.images.get(address);
    if (known !== undefined) return known;
    const image = new Image();
    image.addEventListener("load", this.onLoad);
    image.addEventListener("error", this.onError);
    image.src = address;
    this.images.set(address, image);
    const [oldest] = this.images.keys();
    if (this.images.size > MOST_KEPT && oldest !== undefined) this.images.delete(oldest);
    return image;
  }
}

function tilesIn(view: View, zoom: number): Tile[] {
  const count = 2 ** zoom;
  const { west, north, east, south } = boxOf(view);
  const size = SIZE * 2 ** (view.zoom - zoom);
  const rows = {
    first: Math.max(0, Math.floor(north * count)),
    last: Math.min(count - 1, Math.floor(south * count)),
  };
  const tiles: Tile[] = [];
  for (let row = rows.first; row <= rows.last; row += 1) {
    for (let at = Math.floor(west * count); at <= Math.floor(east * count); at += 1) {
      const { x, y } = toScreen(view, at / count, row / count);
      tiles.push({ column: ((at % count) + count) % count, row, left: x, top: y, size });
    }
  }
  return tiles;
}
