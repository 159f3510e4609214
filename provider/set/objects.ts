/** What a set asks of the objects that it holds; each is told of by its whole arguments, as its own resource has them. */
import type { JsonObject } from "../json";

export interface CreatedObject {
  readonly id: string;
  /** What the API holds of it. */
  readonly found: JsonObject;
}

export interface ObjectClient {
  /**
   * Creates one, or adopts the equal one that exists; resolves when it is whole.
   *
   * @throws HalfMade with its id where it exists and is not finished; otherwise it is not there, as far as is known.
   */
  create(declared: JsonObject): Promise<CreatedObject>;
  /**
   * Gives it what is declared, and leaves what only the API knows; undefined where it no longer exists.
   *
   * @throws HalfMade where it is changed and not finished.
   */
  update(id: string, before: JsonObject, declared: JsonObject): Promise<JsonObject | undefined>;
  /** That it is already gone is success. */
  delete(id: string, declared: JsonObject): Promise<void>;
  /**
   * What the API holds of it; undefined where it is gone.
   *
   * @param state that of the set, which holds when the last of its objects were created
   */
  read(id: string, declared: JsonObject, state: JsonObject): Promise<JsonObject | undefined>;
}
